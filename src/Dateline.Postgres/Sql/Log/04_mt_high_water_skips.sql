-- Marten 9's table of gaps in the sequence that its daemon has passed over. The built-in engine leaves no gaps.
-- Before version 3 its last column had another name than Marten's; nothing was ever in it.
do
$$
begin
    if exists (select from pg_attribute where attrelid = to_regclass(quote_ident(current_schema()) || '.mt_high_water_skips') and attname = 'detected_at' and not attisdropped) then
        drop table mt_high_water_skips;
    end if;
end
$$;

create table if not exists mt_high_water_skips
(
    ending_sequence   bigint not null constraint pkey_mt_high_water_skips_ending_sequence primary key,
    starting_sequence bigint not null,
    timestamp         timestamptz default transaction_timestamp()
);
