-- Appends events of one or several streams under the writers' lock, so that positions have no gaps and are in commit order.
-- A stream that is not at its expected version is left alone and its actual version returned (refused = true);
-- with p_all_or_none that ends the transaction instead (SQLSTATE DL001).
create or replace function append_events(
    p_streams varchar[], p_expected bigint[], p_all_or_none boolean,
    p_stream integer[], p_version bigint[], p_ids uuid[], p_types varchar[], p_data jsonb[], p_dotnet varchar[],
    p_users varchar[], p_correlations varchar[], p_causations varchar[], p_headers jsonb[])
    returns table (stream integer, refused boolean, actual bigint, base bigint, recorded timestamptz)
    language plpgsql
    -- Planning anew for every array costs more than all the rest.
    set plan_cache_mode = force_generic_plan
as
$$
declare
    last_position bigint;
    last_time     timestamptz;
    v_refused     integer[];
    v_actual      bigint[];
    written       bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('dateline writers ' || current_schema(), 0));
    select e.seq_id, e.timestamp into last_position, last_time from mt_events e order by e.seq_id desc limit 1;
    last_position := coalesce(last_position, 0);
    last_time := greatest(clock_timestamp(), last_time);

    -- One event alone, which most commands come to, is written without the cost of taking arrays apart.
    if cardinality(p_ids) = 1 and cardinality(p_streams) = 1 then
        if p_expected[1] = 0 then
            insert into mt_streams as s (id, type, version, timestamp, created) values (p_streams[1], type_of_stream(p_streams[1]), p_version[1], last_time, last_time)
            on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp where s.version = 0;
        else
            update mt_streams s set version = p_version[1], timestamp = last_time where s.id = p_streams[1] and s.version = p_expected[1];
        end if;
        if found then
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, headers, user_name)
            values (last_position + 1, p_ids[1], p_streams[1], p_version[1], p_data[1], p_types[1], last_time, p_dotnet[1], p_correlations[1],
                    p_causations[1], p_headers[1], p_users[1]);
            perform setval('mt_events_sequence', last_position + 1);
            perform pg_notify('dateline', current_schema());
            return query values (1, false, p_expected[1], last_position, last_time);
            return;
        end if;
    end if;

    select array_agg(x.actual), array_agg(x.i::integer) filter (where x.actual <> x.expected)
    into v_actual, v_refused
    from (select coalesce((select s.version from mt_streams s where s.id = u.id), 0) as actual, u.expected, u.i
          from unnest(p_streams, p_expected) with ordinality as u (id, expected, i) order by u.i) x;

    if v_refused is not null and p_all_or_none then
        raise exception 'stream % is at version %, not %', p_streams[v_refused[1]], v_actual[v_refused[1]], p_expected[v_refused[1]]
            using errcode = 'DL001', detail = p_streams[v_refused[1]];
    end if;

    insert into mt_streams as s (id, type, version, timestamp, created)
    select p_streams[e.s], type_of_stream(p_streams[e.s]), max(e.v), last_time, last_time
    from unnest(p_stream, p_version) as e (s, v)
    where v_refused is null or e.s <> all (v_refused)
    group by e.s
    on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp;

    insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, headers, user_name)
    select last_position + row_number() over (order by e.i), e.id, p_streams[e.s], e.v, e.data, e.type, last_time, e.dotnet, e.correlation,
           e.causation, e.headers, e.who
    from unnest(p_stream, p_version, p_ids, p_types, p_data, p_dotnet, p_users, p_correlations, p_causations, p_headers) with ordinality
             as e (s, v, id, type, data, dotnet, who, correlation, causation, headers, i)
    where v_refused is null or e.s <> all (v_refused);
    get diagnostics written = row_count;

    if written > 0 then
        perform setval('mt_events_sequence', last_position + written);
        perform pg_notify('dateline', current_schema());
    end if;

    return query
    select x.i::integer, v_refused is not null and x.i::integer = any (v_refused), v_actual[x.i], last_position, last_time
    from generate_subscripts(p_streams, 1) as x (i);
end
$$;
