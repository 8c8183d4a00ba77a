-- What the engine's role may do, given anew at each start with the owner's rights: nothing that changes or removes an
-- event, a request or what was published.
grant usage on schema tthc to tthc_engine;
grant select on all tables in schema tthc to tthc_engine;
grant insert on
    meta, dossier, event, request, code_counter, commit_mark, deadline, work_item, signal,
    rule_file, bundle, bundle_file, bundle_procedure, bundle_rule_set, procedure_revision, rule_set_revision,
    publication, publication_file, publication_force, rule_sweep, set_aside, webhook, webhook_dead
    to tthc_engine;
grant update on
    dossier, feed_head, code_counter, id_block, commit_mark, deadline, work_item, signal, rule_sweep, set_aside, webhook
    to tthc_engine;
grant delete on commit_mark, deadline, work_item, signal, set_aside, webhook, webhook_dead to tthc_engine;
grant execute on function event_month_create(bigint) to tthc_engine;
