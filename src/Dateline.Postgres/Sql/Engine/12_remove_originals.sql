-- The one way in which kept bytes go, for a role that may only add to them: in the transaction in which a redaction is carried out. It runs as the owner for a
-- caller who may make functions in this schema, so every name is looked up in pg_catalog only or given in full.
do
$make$
begin
execute format(
$sql$
create or replace function %1$I.remove_originals(p_tombstone bigint, p_sha256 text[])
    returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as
$body$
begin
    if not exists (select from %1$I.redactions_done where tombstone = p_tombstone and done_in = pg_current_xact_id()) then
        raise exception 'kept bytes are removed by a redaction, while it is carried out' using errcode = 'DL006';
    end if;
    insert into %1$I.originals_removed (sha256, tombstone) select o.sha256, p_tombstone from %1$I.originals o where o.sha256::text = any (p_sha256) on conflict do nothing;
    delete from %1$I.originals o where o.sha256::text = any (p_sha256);
end
$body$;
$sql$, current_schema());
end
$make$;

revoke execute on function remove_originals(bigint, text[]) from public;
