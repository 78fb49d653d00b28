-- Events are only ever added. Who may change tables at all meets this trigger; a superuser who disables it is found out by `dateline audit verify`.
-- Only a redaction that this very transaction carries out changes any, and of each it only takes text.
create or replace function refuse_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as
$$
declare
    redacts boolean := false;
begin
    if tg_op = 'UPDATE' then
        execute format('select exists (select from %I.redactions_done where transaction = pg_current_xact_id())', tg_table_schema) into redacts;
    end if;
    if redacts then
        return null;
    end if;
    raise exception 'events are never changed or removed; a redaction removes text' using errcode = 'DL004';
end
$$;

create or replace trigger append_only
    before update or delete or truncate on mt_events
    for each statement
execute function refuse_change();
