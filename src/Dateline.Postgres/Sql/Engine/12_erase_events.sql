-- The one way in which text leaves events, for a role that may not change them: by a tombstone that one person proposed and another one approved, and that was
-- not carried out before. What may change is the triggers' to say. It runs as the events' owner for a caller who may make functions and operators in this
-- schema, so every name is looked up in pg_catalog only or given in full.
do
$make$
begin
execute format(
$sql$
create or replace function %1$I.erase_events(p_tombstone bigint, p_positions bigint[], p_data jsonb[], p_headers jsonb[])
    returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as
$body$
declare
    ordered record;
    changed bigint;
begin
    select e.type::text as type, e.stream_id::text as stream, e.version, e.data into ordered from %1$I.mt_events e
    where e.seq_id = p_tombstone and e.type::text = any (array['document_redacted', 'words_redacted']);
    if not found then
        raise exception 'text is removed once, by a redaction that was recorded' using errcode = 'DL006';
    end if;
    if coalesce(btrim(ordered.data ->> 'by') = '' or btrim(ordered.data ->> 'secondedBy') = ''
        or lower(normalize(btrim(ordered.data ->> 'by', E' \t\r\n'), nfd)) = lower(normalize(btrim(ordered.data ->> 'secondedBy', E' \t\r\n'), nfd)), true) then
        raise exception 'a redaction takes two people' using errcode = 'DL006';
    end if;
    if not exists (select from %1$I.mt_events p where p.stream_id::text = ordered.stream and p.version < ordered.version
        and p.type::text = case ordered.type when 'words_redacted' then 'words_redaction_proposed' else 'redaction_proposed' end
        and (p.data - array['proposalId'])::text = (ordered.data - array['secondedBy'])::text) then
        raise exception 'a redaction is proposed by one person before another one approves it' using errcode = 'DL006';
    end if;
    insert into %1$I.redactions_done (tombstone) values (p_tombstone) on conflict do nothing;
    if not found then
        raise exception 'text is removed once, by a redaction that was recorded' using errcode = 'DL006';
    end if;
    update %1$I.mt_events e set data = x.data, headers = x.headers from unnest(p_positions, p_data, p_headers) as x (position, data, headers) where e.seq_id = x.position;
    get diagnostics changed = row_count;
    if changed <> cardinality(p_positions) then
        raise exception 'a redaction names an event twice, or one that is not there' using errcode = 'DL006';
    end if;
    -- Nothing more in the same transaction.
    update %1$I.redactions_done set transaction = '0'::xid8 where tombstone = p_tombstone;
end
$body$;
$sql$, current_schema());
end
$make$;

revoke execute on function erase_events(bigint, bigint[], jsonb[], jsonb[]) from public;
