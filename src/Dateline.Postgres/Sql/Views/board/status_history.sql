-- Every change of status of every story and claim, in log order.
create table if not exists status_history
(
    position     bigint      not null,
    kind         text        not null,
    id           text        not null,
    from_status  text,
    to_status    text        not null,
    because      bigint[]    not null,
    reason       text        not null,
    recorded_at  timestamptz not null,
    published_at timestamptz not null,
    from_day     text,
    to_day       text,
    primary key (kind, id, position)
);
