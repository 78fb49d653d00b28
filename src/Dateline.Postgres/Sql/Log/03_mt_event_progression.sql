-- Marten 9's table of cursors.
create table if not exists mt_event_progression
(
    name         varchar     not null constraint pk_mt_event_progression primary key,
    last_seq_id  bigint,
    last_updated timestamptz default transaction_timestamp()
);
