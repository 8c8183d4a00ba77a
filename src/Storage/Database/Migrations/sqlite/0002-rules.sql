-- Rule files by content, bundles that name them, and the procedure revisions that dossiers are pinned to.

create table rule_file (
    id      integer primary key,
    hash    text not null unique,
    content blob not null
);

create table bundle (
    id           integer primary key,
    hash         text not null,
    published_at integer not null,
    published_by text not null,
    note         text not null
);

create table bundle_file (
    bundle_id integer not null references bundle (id),
    path      text not null,
    file_hash text not null references rule_file (hash),
    primary key (bundle_id, path)
) without rowid;

create table procedure_revision (
    id            integer primary key,
    code          text not null,
    in_force_from text not null,
    number        integer not null,
    hash          text not null references rule_file (hash),
    source_path   text not null,
    published_at  integer not null,
    -- Also serves the list of a procedure's revisions.
    unique (code, number)
);

create table bundle_procedure (
    bundle_id             integer not null references bundle (id),
    procedure_revision_id integer not null references procedure_revision (id),
    primary key (bundle_id, procedure_revision_id)
) without rowid;

-- What dossiers were decided under is kept as it was.
create trigger rule_file_never_changed before update on rule_file
begin
    select raise(abort, 'rule files are append-only');
end;

create trigger rule_file_never_deleted before delete on rule_file
begin
    select raise(abort, 'rule files are append-only');
end;

create trigger procedure_revision_never_changed before update on procedure_revision
begin
    select raise(abort, 'procedure revisions are append-only');
end;

create trigger procedure_revision_never_deleted before delete on procedure_revision
begin
    select raise(abort, 'procedure revisions are append-only');
end;
