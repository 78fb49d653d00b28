-- The last checkpoint that each key signed for this log, beside the one that lies with the key: what either knows, a new one continues.
create table if not exists signed_checkpoints
(
    verifier    text        not null primary key,
    size        bigint      not null,
    note        text        not null,
    at          timestamptz not null default clock_timestamp()
);
