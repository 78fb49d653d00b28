-- Whoever proposed a verdict never approves it, whichever program or role writes the event. The same spelling apart from case and outer white space
-- is the same person; the decision compares more strictly.
create or replace function refuse_own_approval() returns trigger
    language plpgsql
    -- Not what its caller may have made in this schema.
    set search_path = pg_catalog, pg_temp
as
$$
declare
    proposer text;
begin
    execute format(
        'select data ->> ''by'' from %I.mt_events where stream_id = $1 and type = ''verdict_proposed'' and data ->> ''verdictId'' = $2 order by version limit 1',
        tg_table_schema) into proposer using new.stream_id, new.data ->> 'verdictId';
    if proposer is null then
        raise exception 'a verdict that nobody proposed cannot be approved' using errcode = 'DL005';
    end if;
    if coalesce(btrim(new.data ->> 'by', E' \t\r\n'), '') = '' then
        raise exception 'a verdict is approved by somebody' using errcode = 'DL005';
    end if;
    if lower(normalize(btrim(proposer, E' \t\r\n'), nfd)) = lower(normalize(btrim(new.data ->> 'by', E' \t\r\n'), nfd)) then
        raise exception 'whoever proposed a verdict cannot approve it' using errcode = 'DL005';
    end if;
    return new;
end
$$;

create or replace trigger two_people
    before insert on mt_events
    for each row
    when (new.type = 'verdict_approved')
execute function refuse_own_approval();
