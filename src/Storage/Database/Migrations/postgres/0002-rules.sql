-- Rule files by content, bundles that name them, the revisions that dossiers are pinned to and verdicts name, and who
-- published what, why and on which legal basis. Numbers are given by the statements that write the rows, one publication
-- at a time.

create table rule_file (
    id      bigint primary key,
    hash    text collate "C" not null unique,
    content bytea not null
);

create table bundle (
    id           bigint primary key,
    hash         text not null,
    published_at bigint not null,
    published_by text not null,
    note         text not null
);

create table bundle_file (
    bundle_id bigint not null references bundle (id),
    path      text collate "C" not null,
    file_hash text collate "C" not null references rule_file (hash),
    primary key (bundle_id, path)
);

-- One act of publishing. effective_from is null when it took force at once; else the local day on which it does.
create table publication (
    id             bigint primary key,
    request_id     text collate "C" unique check (length(request_id) <= 64),
    body_hash      bytea,
    published_at   bigint not null,
    author         text not null,
    reason         text not null,
    basis          text not null,
    effective_from text
);

-- The files it changed; no content: removed.
create table publication_file (
    publication_id bigint not null references publication (id),
    path           text collate "C" not null,
    file_hash      text collate "C" references rule_file (hash),
    primary key (publication_id, path)
);

-- The first bundle that carries a publication. One without a row here waits for its day.
create table publication_force (
    publication_id bigint primary key references publication (id),
    bundle_id      bigint not null references bundle (id)
);

create table procedure_revision (
    id             bigint primary key,
    code           text collate "C" not null,
    in_force_from  text collate "C" not null,
    number         integer not null,
    hash           text collate "C" not null references rule_file (hash),
    source_path    text not null,
    published_at   bigint not null,
    publication_id bigint references publication (id),
    -- The revision it replaced; null for the first.
    base_number    integer,
    -- Also serves the list of revisions of a code.
    unique (code, number)
);

create table bundle_procedure (
    bundle_id bigint not null references bundle (id),
    procedure_revision_id bigint not null references procedure_revision (id),
    primary key (bundle_id, procedure_revision_id)
);

create table rule_set_revision (
    id             bigint primary key,
    code           text collate "C" not null,
    in_force_from  text collate "C" not null,
    number         integer not null,
    hash           text collate "C" not null references rule_file (hash),
    source_path    text not null,
    published_at   bigint not null,
    publication_id bigint references publication (id),
    -- The revision it replaced; null for the first.
    base_number    integer,
    -- Also serves the list of revisions of a code.
    unique (code, number)
);

create table bundle_rule_set (
    bundle_id bigint not null references bundle (id),
    rule_set_revision_id bigint not null references rule_set_revision (id),
    primary key (bundle_id, rule_set_revision_id)
);

-- By which rules every open dossier has been judged. One row.
create table rule_sweep (
    id        integer primary key check (id = 1),
    judged_by text not null
);

-- What dossiers were decided under is kept as it was.
create trigger rule_file_never_changed before update or delete on rule_file
    for each row execute function refuse_change('rule files');
create trigger procedure_revision_never_changed before update or delete on procedure_revision
    for each row execute function refuse_change('procedure revisions');
create trigger rule_set_revision_never_changed before update or delete on rule_set_revision
    for each row execute function refuse_change('rule set revisions');
create trigger publication_never_changed before update or delete on publication
    for each row execute function refuse_change('publications');
create trigger publication_file_never_changed before update or delete on publication_file
    for each row execute function refuse_change('publications');
create trigger publication_force_never_changed before update or delete on publication_force
    for each row execute function refuse_change('publications');
