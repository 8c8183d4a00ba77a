-- What could not be carried out, one row a deadline or signal: left alone until again_at, listed for people. No deadline, due_at 0: a signal.
create table set_aside (
    dossier_id integer not null,
    due_at     integer not null,
    since      integer not null,
    again_at   integer not null,
    tries      integer not null,
    name       text not null,
    reason     text not null,
    primary key (dossier_id, name, due_at)
) without rowid;

-- Judging all open dossiers anew is one engine's work at a time.
alter table rule_sweep add column holder text not null default '';
alter table rule_sweep add column held_until integer not null default 0;
