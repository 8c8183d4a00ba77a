-- Subscribers that the feed is posted to, each with its place in the feed. One engine at a time posts to one.
create table webhook (
    id            text primary key check (length(id) <= 64),
    url           text not null,
    secret        blob not null,
    filter        text not null,
    position      integer not null,
    created_at    integer not null,
    created_by    text not null,
    tries         integer not null default 0,
    again_at      integer not null default 0,
    failing_since integer,
    last_error    text not null default '',
    holder        text not null default '',
    held_until    integer not null default 0
);

-- Deliveries that were given up: the stretch of the feed they held.
create table webhook_dead (
    webhook_id text not null,
    after      integer not null,
    through    integer not null,
    since      integer not null,
    tries      integer not null,
    reason     text not null,
    primary key (webhook_id, through)
);
