-- Instants are microseconds since 1970-01-01 UTC and dates ISO text, as in the other database: the queries are shared.
-- Text that is ordered or searched by range sorts by its bytes, whatever the database was made with.
-- Hot tables declare no foreign keys: a commit writes their rows only for a dossier whose row it has locked.

create table dossier (
    id                    bigint primary key,
    procedure_revision_id bigint not null,
    submitted_at          bigint,
    received_at           bigint,
    due_at                bigint,
    original_due_at       bigint,
    ended_at              bigint,
    parent_id             bigint,
    version               integer not null,
    status                integer not null,
    clock_paused          integer not null,
    channel               integer not null,
    procedure_code        text not null,
    agency                text collate "C" not null,
    competent_agency      text not null,
    code                  text collate "C",
    filing_code           text collate "C",
    case_key              text,
    state                 bytea not null
)
-- A step changes none of the columns indexed here (its deadline stands in a table of its own), so with room left on
-- the page its new row goes beside the old one and no index is touched. Vacuumed early, so that the room comes back.
with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

-- FindByCode, BatchGet by code, lists ordered by code; and no code is given twice.
create unique index dossier_code on dossier (code) where code is not null;
-- FindByCode with the code of an online filing.
create unique index dossier_filing_code on dossier (filing_code) where filing_code is not null;
-- ListDossiers of one agency, newest first.
create index dossier_agency_received on dossier (agency, coalesce(received_at, submitted_at, 0), id);
-- ListDossiers of several or all agencies, newest first.
create index dossier_received on dossier (coalesce(received_at, submitted_at, 0), id);
-- Open dossiers of one agency, due soon first; overdue lists.
create index dossier_agency_open_due on dossier (agency, coalesce(due_at, 9223372036854775807), id) where ended_at is null;
-- Open dossiers of several or all agencies, due soon first; overdue lists.
create index dossier_open_due on dossier (coalesce(due_at, 9223372036854775807), id) where ended_at is null;
-- The children of a dossier.
create index dossier_parent on dossier (parent_id) where parent_id is not null;

-- The earliest coming deadline of a dossier; none, no row. Apart from the dossier, whose every index a step that moves
-- the deadline would else have to touch.
create table deadline (
    dossier_id bigint primary key,
    due_at     bigint not null,
    name       text not null
)
with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

-- The deadline clock: what is due, and when the next one is.
create index deadline_due on deadline (due_at, dossier_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% are append-only', tg_argv[0] using errcode = 'integrity_constraint_violation';
end
$$;

-- The legal record and the feed in one: the position is the place in the feed. A month a partition, so that old months
-- can be put on slower disks, backed up once, and need no vacuum any more. Uniqueness across months is the version's:
-- an event is written only under the lock of its dossier's row, its position only under the lock of the feed's head.
create table event (
    position              bigint not null,
    dossier_id            bigint not null,
    recorded_at           bigint not null,
    occurred_at           bigint not null,
    procedure_revision_id bigint not null,
    sequence              integer not null,
    kind                  text not null,
    actor                 text not null,
    actor_agency          text not null,
    payload               bytea not null,
    -- The feed, in order.
    primary key (position, recorded_at)
)
partition by range (recorded_at);

-- ListDossierEvents, replies built again, verification.
create unique index event_dossier_sequence on event (dossier_id, sequence, recorded_at);

create trigger event_never_changed before update or delete on event
    for each row execute function refuse_change('events');
create trigger event_never_truncated before truncate on event
    for each statement execute function refuse_change('events');

-- Makes the partition of an instant's month (UTC) if it is missing. With the rights of the owner, so that the engine
-- needs none on the schema. Attached instead of made in place: that stops neither writers nor readers of other months.
create function event_month_create(instant bigint) returns void language plpgsql security definer
    set search_path = tthc, pg_temp as $$
declare
    month timestamp := date_trunc('month', to_timestamp(instant / 1000000) at time zone 'UTC');
    part  text := 'event_' || to_char(month, 'YYYY_MM');
begin
    if month not between timestamp '1990-01-01' and timestamp '2999-12-01' then
        raise exception 'no month of events: %', month using errcode = 'datetime_field_overflow';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('tthc event months', 0));
    if to_regclass(format('%I.%I', 'tthc', part)) is not null then
        return;
    end if;
    execute format('create table %I (like event including defaults including constraints)', part);
    execute format(
        'create trigger event_never_truncated before truncate on %I for each statement execute function refuse_change(%L)',
        part, 'events');
    execute format(
        'alter table event attach partition %I for values from (%s) to (%s)', part,
        extract(epoch from month)::bigint * 1000000,
        extract(epoch from month + interval '1 month')::bigint * 1000000);
end
$$;
revoke all on function event_month_create(bigint) from public;

-- The last position given out. Its row is the last lock of a commit, so positions have no gap and none appears late.
create table feed_head (
    id       integer primary key check (id = 1),
    position bigint not null
)
with (fillfactor = 10);
insert into feed_head (id, position) values (1, 0);

-- The last batch that each running engine committed, written with it. After a connection that broke in the middle of a
-- commit, this row tells whether the batch landed, and where its events begin.
create table commit_mark (
    writer     uuid primary key,
    batch      bigint not null,
    base       bigint not null,
    written_at bigint not null
)
with (fillfactor = 10);

create table work_item (
    dossier_id bigint not null,
    arrived_at bigint not null,
    due_at     bigint,
    token      integer not null,
    agency     text collate "C" not null,
    step       text not null,
    unit       text,
    role       text not null,
    officer    text,
    -- The work items of a dossier; and no token waits in two places.
    primary key (dossier_id, token)
)
with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

-- The worklist of an agency. Not in the order of the due instants: a step moves them, and thousands of lines are sorted
-- in milliseconds.
create index work_item_agency on work_item (agency);

create table signal (
    -- Signals in the order sent.
    number            bigint generated always as identity primary key,
    target_dossier_id bigint not null,
    -- A signal is sent once; and the one that a unit carries out.
    id                text collate "C" not null unique check (length(id) <= 64),
    kind              text not null,
    payload           bytea not null
);

create table request (
    -- A repeated call.
    request_id text collate "C" primary key check (length(request_id) <= 64),
    dossier_id bigint not null,
    version    integer not null,
    body_hash  bytea not null
);

create table code_counter (
    agency text collate "C" not null,
    day    text collate "C" not null,
    series integer not null,
    last   integer not null,
    primary key (agency, day, series)
)
with (fillfactor = 50);

-- Blocks of identities handed to the processes; gaps are fine.
create table id_block (
    name    text primary key,
    next_id bigint not null
)
with (fillfactor = 10);
insert into id_block (name, next_id) values ('dossier', 1);
