-- Marten 9's table of gaps in the sequence that its daemon has passed over. The built-in engine leaves no gaps.
create table if not exists mt_high_water_skips
(
    ending_sequence   bigint not null constraint pkey_mt_high_water_skips_ending_sequence primary key,
    starting_sequence bigint not null,
    timestamp         timestamptz default transaction_timestamp()
);
