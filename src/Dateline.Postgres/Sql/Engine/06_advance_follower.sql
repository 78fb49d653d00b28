-- Moves a follower's cursor within the transaction that holds its effects. Fails when another leader has taken over (SQLSTATE DL002) or
-- when the cursor or the follower's tables are not those that the caller knows (SQLSTATE DL003).
create or replace function advance_follower(p_name text, p_epoch bigint, p_generation bigint, p_from bigint, p_to bigint) returns void
    language plpgsql
as
$$
begin
    if p_epoch <> (select epoch from leadership) then
        raise exception 'another process leads' using errcode = 'DL002';
    end if;
    update mt_event_progression set last_seq_id = p_to, last_updated = clock_timestamp() where name = p_name and last_seq_id = p_from;
    if not found or not exists (select from followers f where f.name = p_name and f.generation = p_generation) then
        raise exception 'the cursor of % has moved', p_name using errcode = 'DL003';
    end if;
end
$$;
