-- Marten 9's table of events, with string identity and every metadata column.
create sequence if not exists mt_events_sequence;

create table if not exists mt_events
(
    seq_id         bigint       not null constraint pkey_mt_events_seq_id primary key,
    id             uuid         not null,
    stream_id      varchar      constraint fkey_mt_events_stream_id references mt_streams (id) on delete cascade,
    version        bigint       not null,
    data           jsonb,
    bdata          bytea,
    type           varchar(500) not null,
    timestamp      timestamptz  not null default now(),
    tenant_id      varchar      default '*DEFAULT*',
    mt_dotnet_type varchar,
    correlation_id varchar,
    causation_id   varchar,
    headers        jsonb,
    user_name      varchar,
    is_archived    boolean      default false
);

alter sequence mt_events_sequence owned by mt_events.seq_id;

create unique index if not exists pk_mt_events_stream_and_version on mt_events (stream_id, version);
