-- Instants are microseconds since 1970-01-01 UTC, so that they sort; dates are ISO text.
-- Hot tables declare no foreign keys: a commit writes their rows only for a dossier whose version it has just
-- claimed, and the check would cost one more look-up a row.

create table dossier (
    id                    integer primary key,
    version               integer not null,
    status                integer not null,
    clock_paused          integer not null,
    channel               integer not null,
    procedure_revision_id integer not null,
    procedure_code        text not null,
    agency                text not null,
    competent_agency      text not null,
    code                  text,
    filing_code           text,
    case_key              text,
    submitted_at          integer,
    received_at           integer,
    due_at                integer,
    original_due_at       integer,
    ended_at              integer,
    parent_id             integer,
    state                 blob not null
);

-- A step changes none of the columns indexed here, so that it writes the row alone (see commit/progress_dossier).
-- FindByCode, BatchGet by code, lists ordered by code; and no code is given twice.
create unique index dossier_code on dossier (code) where code is not null;
-- FindByCode with the code of an online filing.
create unique index dossier_filing_code on dossier (filing_code) where filing_code is not null;
-- ListDossiers of one agency, newest first.
create index dossier_agency_received on dossier (agency, coalesce(received_at, submitted_at, 0));
-- ListDossiers of several or all agencies, newest first.
create index dossier_received on dossier (coalesce(received_at, submitted_at, 0));
-- Open dossiers of one agency, due soon first; overdue lists.
create index dossier_agency_open_due on dossier (agency, coalesce(due_at, 9223372036854775807)) where ended_at is null;
-- Open dossiers of several or all agencies, due soon first; overdue lists.
create index dossier_open_due on dossier (coalesce(due_at, 9223372036854775807)) where ended_at is null;
-- The children of a dossier.
create index dossier_parent on dossier (parent_id) where parent_id is not null;

-- The legal record and the feed in one: the position is the place in the feed.
create table event (
    position              integer primary key,
    dossier_id            integer not null,
    sequence              integer not null,
    recorded_at           integer not null,
    occurred_at           integer not null,
    procedure_revision_id integer not null,
    kind                  text not null,
    actor                 text not null,
    actor_agency          text not null,
    payload               blob not null
);

-- ListDossierEvents, replies built again, verification; and no version is written twice.
create unique index event_dossier_sequence on event (dossier_id, sequence);

create trigger event_never_changed before update on event
begin
    select raise(abort, 'events are append-only');
end;

create trigger event_never_deleted before delete on event
begin
    select raise(abort, 'events are append-only');
end;

-- The last position given out. Positions are drawn from it inside the commit, so none is missing or late.
create table feed_head (
    id       integer primary key check (id = 1),
    position integer not null
);
insert into feed_head (id, position) values (1, 0);

create table work_item (
    dossier_id integer not null,
    token      integer not null,
    step       text not null,
    agency     text not null,
    unit       text,
    role       text not null,
    officer    text,
    arrived_at integer not null,
    due_at     integer,
    primary key (dossier_id, token)
) without rowid;

-- ListWorkItems of an agency, due soon first: the order first, then what filters it, so that an officer's few
-- lines are found without touching the rows of everybody else's.
create index work_item_list on work_item
    (agency, coalesce(due_at, 9223372036854775807), dossier_id, token, role, unit, officer);

create table deadline (
    dossier_id integer primary key,
    due_at     integer not null,
    name       text not null
);

-- The deadline clock: what is due, and when the next one is.
create index deadline_due on deadline (due_at);

create table signal (
    number            integer primary key,
    id                text not null unique check (length(id) <= 64),
    target_dossier_id integer not null,
    kind              text not null,
    payload           blob not null
);

create table request (
    request_id text primary key check (length(request_id) <= 64),
    body_hash  blob not null,
    dossier_id integer not null,
    version    integer not null
) without rowid;

create table code_counter (
    agency text not null,
    day    text not null,
    series integer not null,
    last   integer not null,
    primary key (agency, day, series)
) without rowid;

-- Blocks of identities handed to the process; gaps are fine.
create table id_block (
    name    text primary key,
    next_id integer not null
) without rowid;
insert into id_block (name, next_id) values ('dossier', 1);
