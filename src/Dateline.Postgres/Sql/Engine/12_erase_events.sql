-- The one way in which text leaves events, for a role that may not change them: by a tombstone that two people ordered and that was not carried out
-- before. It runs as the events' owner, so the tables are named in full: nothing of the caller's stands in for them.
create or replace function erase_events(p_tombstone bigint, p_positions bigint[], p_data jsonb[], p_headers jsonb[])
    returns void
    language plpgsql
    security definer
    set search_path from current
as
$$
declare
    ordered jsonb;
    done    boolean;
begin
    execute format('select data from %I.mt_events where seq_id = $1 and type in (''document_redacted'', ''words_redacted'')', current_schema()) into ordered using p_tombstone;
    execute format('select exists (select from %I.erasures where tombstone = $1)', current_schema()) into done using p_tombstone;
    if ordered is null or done then
        raise exception 'text is removed once, by a redaction that was recorded' using errcode = 'DL006';
    end if;
    if lower(normalize(btrim(ordered ->> 'by', E' \t\r\n'), nfd)) is not distinct from lower(normalize(btrim(ordered ->> 'secondedBy', E' \t\r\n'), nfd)) then
        raise exception 'a redaction takes two people' using errcode = 'DL006';
    end if;
    perform set_config('dateline.redaction', 'on', true);
    execute format(
        'update %I.mt_events e set data = x.data, headers = x.headers from unnest($1, $2, $3) as x (position, data, headers)
         where e.seq_id = x.position and e.type not in (''document_redacted'', ''text_erased'', ''words_redacted'', ''words_erased'')', current_schema()) using p_positions, p_data, p_headers;
    perform set_config('dateline.redaction', 'off', true);
end
$$;

revoke execute on function erase_events(bigint, bigint[], jsonb[], jsonb[]) from public;
