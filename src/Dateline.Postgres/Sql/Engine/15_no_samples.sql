-- PostgreSQL's statistics hold samples of what is in a column, and nobody but a superuser can take one out of them. Of columns that a redaction clears in place there
-- are none; a view's go with its tables, as it is built anew.
alter table mt_events alter column data set statistics 0, alter column headers set statistics 0;
alter table originals alter column bytes set statistics 0;
alter table redaction_words alter column words set statistics 0;
-- What was sampled earlier goes when a column is given a type, even its own; that rewrites no row.
do
$$
begin
    if exists (select from pg_stats where schemaname = current_schema() and (tablename, attname) in (('mt_events', 'data'), ('mt_events', 'headers'))) then
        alter table mt_events alter column data type jsonb, alter column headers type jsonb;
    end if;
    if exists (select from pg_stats where schemaname = current_schema() and (tablename, attname) in (('originals', 'bytes'))) then
        alter table originals alter column bytes type bytea;
    end if;
    if exists (select from pg_stats where schemaname = current_schema() and (tablename, attname) in (('redaction_words', 'words'))) then
        alter table redaction_words alter column words type text[];
    end if;
end
$$;
