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
    -- The earliest coming deadline, beside the state it follows from: a table of its own would be one more page a step.
    deadline_at           integer,
    deadline_name         text,
    state                 blob not null
);

-- What a step costs is the number of pages it touches. It changes none of the columns indexed here but the deadline,
-- and is written without naming them (CommitSql.ProgressDossier), so that it touches the row and one index.
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
-- The deadline clock: what is due, and when the next one is.
create index dossier_deadline on dossier (deadline_at) where deadline_at is not null;

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

-- Clustered by agency, so that a worklist is read in one stretch and ordered on the way out. An index in the order of
-- the due instants would cost two more pages a step, a quarter of the write rate; thousands of lines are sorted in
-- milliseconds.
create table work_item (
    agency     text not null,
    dossier_id integer not null,
    token      integer not null,
    step       text not null,
    unit       text,
    role       text not null,
    officer    text,
    arrived_at integer not null,
    due_at     integer,
    primary key (agency, dossier_id, token)
) without rowid;

-- The work items of a dossier, wherever they are; and no token waits in two places. Not touched by a step that stays
-- within its agency.
create unique index work_item_dossier_token on work_item (dossier_id, token);

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
