-- Subscribers that the feed is posted to, each with its place in the feed. One engine at a time posts to one.
create table webhook (
    id            text collate "C" primary key check (length(id) <= 64),
    url           text not null,
    secret        bytea not null,
    filter        text not null,
    position      bigint not null,
    created_at    bigint not null,
    created_by    text not null,
    tries         integer not null default 0,
    again_at      bigint not null default 0,
    failing_since bigint,
    last_error    text not null default '',
    holder        text not null default '',
    held_until    bigint not null default 0
)
with (fillfactor = 50);

-- Deliveries that were given up: the stretch of the feed they held.
create table webhook_dead (
    webhook_id text collate "C" not null,
    after      bigint not null,
    through    bigint not null,
    since      bigint not null,
    tries      integer not null,
    reason     text not null,
    primary key (webhook_id, through)
);
