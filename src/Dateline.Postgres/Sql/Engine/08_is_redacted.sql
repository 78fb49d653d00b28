-- What may become of an event by a redaction: of the members that hold text, texts lose stretches, each for the mark, lists lose items, and some members go;
-- all else stays. These functions are called for a caller who may make functions and operators in this schema, so every name is looked up in pg_catalog only
-- or given in full.
do
$make$
begin
execute format(
$sql$
-- Whether a member holds text that a redaction may take away. The program seals all others apart (Redactable.IsText).
create or replace function %1$I.is_text(p_type text, p_name text, p_top boolean) returns boolean
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as
$body$
    select p_name = any (array['url', 'cue', 'via', 'text', 'more', 'title', 'quote', 'cause', 'label', 'dates', 'author', 'origin', 'reason', 'speaker', 'because', 'failure',
            'content', 'numbers', 'rationale', 'sourceName', 'speakerName', 'worthReason'])
        or p_name = 'evidence' and not p_top
        or p_name = 'name' and p_type = 'source_registered'
        or p_name = 'dueAt' and p_type <> 'claim_raised'
$body$;

-- Whether a text is another one with stretches replaced by the mark.
create or replace function %1$I.is_redacted_text(p_was text, p_left text) returns boolean
    language plpgsql
    immutable
    set search_path = pg_catalog, pg_temp
as
$body$
declare
    pieces text[]  := string_to_array(p_left, '[redacted]');
    last   integer := cardinality(pieces);
    rest   text    := p_was;
    found_at integer;
begin
    if p_was = p_left then
        return true;
    end if;
    if coalesce(last, 0) < 2 or not starts_with(p_was, pieces[1]) or length(p_was) < length(pieces[1]) + length(pieces[last])
        or right(p_was, length(pieces[last])) <> pieces[last] then
        return false;
    end if;
    rest := substr(p_was, length(pieces[1]) + 1, length(p_was) - length(pieces[1]) - length(pieces[last]));
    for i in 2 .. last - 1 loop
        found_at := strpos(rest, pieces[i]);
        if found_at = 0 and pieces[i] <> '' then
            return false;
        end if;
        rest := substr(rest, greatest(found_at, 1) + length(pieces[i]));
    end loop;
    return true;
end
$body$;

-- Whether a value is another one after a redaction. p_text: whether it is within a member that holds text.
create or replace function %1$I.is_redacted(p_type text, p_top boolean, p_text boolean, p_name text, p_was jsonb, p_left jsonb) returns boolean
    language plpgsql
    immutable
    set search_path = pg_catalog, pg_temp
as
$body$
declare
    member record;
    within boolean;
    at     integer := 0;
begin
    if p_was is null or p_left is null then
        return p_was is null and p_left is null;
    end if;
    if p_was::text = p_left::text then
        return true;
    end if;
    if jsonb_typeof(p_was) <> jsonb_typeof(p_left) then
        return false;
    end if;
    case jsonb_typeof(p_was)
        when 'string' then
            return p_text and p_name <> all (array['value', 'bound', 'change', 'from', 'to', 'dueAt']) and %1$I.is_redacted_text(p_was #>> '{}', p_left #>> '{}');
        when 'number' then
            return p_text and p_name = any (array['start', 'end']);
        when 'object' then
            if exists (select from jsonb_object_keys(p_left) k where not p_was ? k) then
                return false;
            end if;
            for member in select e.key, e.value from jsonb_each(p_was) e loop
                within := p_text or %1$I.is_text(p_type, member.key, p_top);
                if p_left ? member.key then
                    if not %1$I.is_redacted(p_type, false, within, member.key, member.value, p_left -> member.key) then
                        return false;
                    end if;
                elsif p_text or member.key <> all (array['url', 'speaker', 'speakerName', 'cue', 'worthReason']) then
                    return false;
                end if;
            end loop;
            return true;
        when 'array' then
            if not p_text and jsonb_array_length(p_was) <> jsonb_array_length(p_left) then
                return false;
            end if;
            -- Items of a list of text may have gone; those that are left are in order.
            for member in select e.value from jsonb_array_elements(p_left) e loop
                loop
                    if at >= jsonb_array_length(p_was) then
                        return false;
                    end if;
                    at := at + 1;
                    exit when %1$I.is_redacted(p_type, false, p_text, p_name, p_was -> (at - 1), member.value);
                    if not p_text then
                        return false;
                    end if;
                end loop;
            end loop;
            return true;
        else
            return false;
    end case;
end
$body$;

-- Refuses every change of an event but that. Its headers lose text of the reason, and the salt, without which the seal's hash does not tell what was there.
create or replace function %1$I.refuse_other_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as
$body$
begin
    if (to_jsonb(old) - array['data', 'headers'])::text <> (to_jsonb(new) - array['data', 'headers'])::text
        or old.type::text = any (array['document_redacted', 'text_erased', 'words_redacted', 'words_erased', 'redaction_proposed', 'words_redaction_proposed',
            'words_redaction_rejected'])
        or not %1$I.is_redacted(old.type::text, true, false, null::text, old.data, new.data)
        or (coalesce(old.headers, '{}'::jsonb) - array['salt', 'reason'])::text <> (coalesce(new.headers, '{}'::jsonb) - array['salt', 'reason'])::text
        or (old.headers -> 'reason')::text is distinct from (new.headers -> 'reason')::text
            and not coalesce(%1$I.is_redacted_text(old.headers ->> 'reason', new.headers ->> 'reason'), false)
        or old.headers ->> 'salt' = new.headers ->> 'salt' then
        raise exception 'a redaction only takes text from an event, and the event at position %% would be another one', old.seq_id using errcode = 'DL006';
    end if;
    return new;
end
$body$;
$sql$, current_schema());
end
$make$;

create or replace trigger text_only
    before update on mt_events
    for each row
execute function refuse_other_change();
