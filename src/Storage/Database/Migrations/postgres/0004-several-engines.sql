-- Who of several engines carries out what is due: a claim holds for a time, its number tells an old holder from a new one. Neither column is in an index, so
-- claiming touches none.
alter table deadline add column claim bigint not null default 0, add column claimed_until bigint not null default 0;
alter table signal add column claim bigint not null default 0, add column claimed_until bigint not null default 0;

-- What could not be carried out, one row a deadline or signal: left alone until again_at, listed for people. No deadline, due_at 0: a signal.
create table set_aside (
    dossier_id bigint not null,
    due_at     bigint not null,
    since      bigint not null,
    again_at   bigint not null,
    tries      integer not null,
    name       text collate "C" not null,
    reason     text not null,
    primary key (dossier_id, name, due_at)
);

-- Judging all open dossiers anew is one engine's work at a time.
alter table rule_sweep add column holder text not null default '';
alter table rule_sweep add column held_until bigint not null default 0;
