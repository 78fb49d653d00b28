-- What a stream is, as Marten calls what it is folded to.
create or replace function type_of_stream(p_stream varchar) returns varchar language sql immutable parallel safe as
$$ select case split_part(p_stream, '/', 1) when 'redaction' then 'words_redaction' else split_part(p_stream, '/', 1) end $$;
