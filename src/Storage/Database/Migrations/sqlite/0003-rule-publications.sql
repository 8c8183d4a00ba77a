-- Who published what, why, on which legal basis and from which day on; and the revisions of rule sets beside those of procedures.

-- One act of publishing. effective_from is null when it took force at once; else the local day on which it does.
create table publication (
    id             integer primary key,
    request_id     text unique check (length(request_id) <= 64),
    body_hash      blob,
    published_at   integer not null,
    author         text not null,
    reason         text not null,
    basis          text not null,
    effective_from text
);

-- The files it changed; no content: removed.
create table publication_file (
    publication_id integer not null references publication (id),
    path           text not null,
    file_hash      text references rule_file (hash),
    primary key (publication_id, path)
) without rowid;

-- The first bundle that carries a publication. One without a row here waits for its day.
create table publication_force (
    publication_id integer primary key references publication (id),
    bundle_id      integer not null references bundle (id)
);

-- Null for what was published before publications were kept.
alter table procedure_revision add column publication_id integer references publication (id);
-- The revision it replaced; null for the first.
alter table procedure_revision add column base_number integer;

create table rule_set_revision (
    id             integer primary key,
    code           text not null,
    in_force_from  text not null,
    number         integer not null,
    hash           text not null references rule_file (hash),
    source_path    text not null,
    published_at   integer not null,
    publication_id integer references publication (id),
    base_number    integer,
    -- Also serves the list of a rule set's revisions.
    unique (code, number)
);

create table bundle_rule_set (
    bundle_id            integer not null references bundle (id),
    rule_set_revision_id integer not null references rule_set_revision (id),
    primary key (bundle_id, rule_set_revision_id)
) without rowid;

create trigger publication_never_changed before update on publication
begin
    select raise(abort, 'publications are append-only');
end;

create trigger publication_never_deleted before delete on publication
begin
    select raise(abort, 'publications are append-only');
end;

create trigger publication_file_never_changed before update on publication_file
begin
    select raise(abort, 'publications are append-only');
end;

create trigger publication_file_never_deleted before delete on publication_file
begin
    select raise(abort, 'publications are append-only');
end;

create trigger publication_force_never_changed before update on publication_force
begin
    select raise(abort, 'publications are append-only');
end;

create trigger publication_force_never_deleted before delete on publication_force
begin
    select raise(abort, 'publications are append-only');
end;

create trigger rule_set_revision_never_changed before update on rule_set_revision
begin
    select raise(abort, 'rule set revisions are append-only');
end;

create trigger rule_set_revision_never_deleted before delete on rule_set_revision
begin
    select raise(abort, 'rule set revisions are append-only');
end;
