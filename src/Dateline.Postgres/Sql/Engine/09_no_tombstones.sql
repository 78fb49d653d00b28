-- Numbers that a failed write drew are drawn again by the next one. Marten would put events of its own there, in a stream for that; without the
-- stream's row there can be none.
create or replace function refuse_tombstones() returns trigger
    language plpgsql
as
$$
begin
    return null;
end
$$;

create or replace trigger no_tombstones
    before insert on mt_streams
    for each row
    when (new.id = 'mt_tombstone')
execute function refuse_tombstones();
