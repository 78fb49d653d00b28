-- Events that a follower could not take in and that were set aside, so that in = out + set aside.
create table if not exists set_aside
(
    follower text        not null,
    position bigint      not null,
    error    text        not null,
    at       timestamptz not null default now(),
    primary key (follower, position)
);
