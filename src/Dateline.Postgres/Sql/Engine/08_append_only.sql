-- Events are only ever added. Who may change tables at all meets this trigger; a superuser who disables it is found out by `dateline audit verify`.
-- Only a redaction sets dateline.redaction, for the length of its transaction.
create or replace function refuse_change() returns trigger
    language plpgsql
as
$$
begin
    if tg_op = 'UPDATE' and current_setting('dateline.redaction', true) = 'on' then
        return null;
    end if;
    raise exception 'events are never changed or removed; a redaction removes text' using errcode = 'DL004';
end
$$;

create or replace trigger append_only
    before update or delete or truncate on mt_events
    for each statement
execute function refuse_change();
