-- How each follower fares. Its cursor is its row in mt_event_progression.
create table if not exists followers
(
    name       text        not null primary key,
    generation bigint      not null default 1,
    state      text        not null default 'running' check (state in ('running', 'stopped')),
    position   bigint,
    error      text,
    since      timestamptz not null default now()
);
