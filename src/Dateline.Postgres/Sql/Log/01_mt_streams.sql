-- Marten 9's table of streams, with string identity.
create table if not exists mt_streams
(
    id          varchar                  not null constraint pkey_mt_streams_id primary key,
    type        varchar,
    version     bigint,
    timestamp   timestamptz              not null default now(),
    created     timestamptz              not null default now(),
    tenant_id   varchar                  default '*DEFAULT*',
    is_archived boolean                  default false
);
