-- Lets a role run Dateline that can add events and never change, delete or truncate any: it owns the views and what else is kept, and only reads and
-- adds to the log. The events' owner calls it; calling it again does no harm.
create or replace function give_to_application(p_role name)
    returns void
    language plpgsql
as
$$
declare
    s name := current_schema();
    t name;
begin
    if not pg_has_role((select relowner from pg_class where oid = format('%I.mt_events', s)::regclass), 'usage') then
        raise exception 'only the owner of the events gives them to an application' using errcode = 'DL007';
    end if;
    if (select rolsuper from pg_roles where rolname = p_role) is distinct from false
        or pg_has_role(p_role, (select relowner from pg_class where oid = format('%I.mt_events', s)::regclass), 'member') then
        raise exception 'the application needs a role of its own that is no superuser and not the owner of the events' using errcode = 'DL007';
    end if;
    execute format('grant usage, create on schema %I to %I', s, p_role);
    -- A view is built anew in a schema beside this one.
    execute format('grant create, temporary on database %I to %I', current_database(), p_role);
    for t in
        select c.relname from pg_class c
        where c.relnamespace = s::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relname not in ('mt_events', 'mt_streams', 'mt_events_sequence', 'erasures', 'redactions_done', 'originals', 'originals_removed')
            and pg_get_userbyid(c.relowner) <> p_role
            and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and c.relkind = 'S' and d.deptype in ('a', 'i'))
    loop
        execute format('alter table %I.%I owner to %I', s, t, p_role);
    end loop;
    -- Earlier versions gave these away.
    foreach t in array array['originals', 'originals_removed']::name[]
    loop
        execute format('alter table %I.%I owner to %I', s, t, (select pg_get_userbyid(relowner) from pg_class where oid = format('%I.mt_events', s)::regclass));
        execute format('revoke all on %I.%I from public, %I', s, t, p_role);
        execute format('grant select on %I.%I to %I', s, t, p_role);
    end loop;
    execute format('grant insert on %I.originals to %I', s, p_role);
    -- What Marten makes for itself it also replaces by itself.
    for t in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = s::regnamespace and p.proname like 'mt\_%' and pg_get_userbyid(p.proowner) <> p_role
    loop
        execute format('alter routine %s owner to %I', t, p_role);
    end loop;
    for t in select n.nspname from pg_namespace n where n.nspname like replace(s, '_', '\_') || '\_rebuild\_%' and pg_get_userbyid(n.nspowner) <> p_role
    loop
        execute format('alter schema %I owner to %I', t, p_role);
    end loop;
    execute format('revoke all on %I.mt_events, %I.mt_streams, %I.erasures from public, %I', s, s, s, p_role);
    execute format('revoke all on %I.redactions_done from public, %I', s, p_role);
    execute format('grant select on %I.redactions_done to %I', s, p_role);
    execute format('grant select, insert on %I.mt_events, %I.erasures to %I', s, s, p_role);
    execute format('grant select, insert, update on %I.mt_streams to %I', s, p_role);
    execute format('grant usage, select, update on sequence %I.mt_events_sequence to %I', s, p_role);
    execute format('grant execute on function %I.erase_events(bigint, bigint[], jsonb[], jsonb[]) to %I', s, p_role);
    execute format('grant execute on function %I.remove_originals(bigint, text[]) to %I', s, p_role);
end
$$;
