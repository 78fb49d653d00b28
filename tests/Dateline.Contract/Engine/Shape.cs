namespace Dateline.Contract.Engine;

/// <summary>What Dateline's tables look like: columns, indexes, constraints, triggers and sequences, without those that Marten and Wolverine have for themselves.</summary>
internal static class Shape
{
    internal const string OfTables =
        """
        select string_agg(line, chr(10) order by line) from (
            select concat_ws(' ', 'column', table_name, ordinal_position, column_name, data_type, character_maximum_length, is_nullable, column_default) as line
            from information_schema.columns where table_schema = 'dateline'
            union all select concat_ws(' ', 'index', indexdef) from pg_indexes where schemaname = 'dateline'
            union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'dateline'::regnamespace
            union all select concat_ws(' ', 'trigger', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
            union all select concat_ws(' ', 'sequence', sequencename, data_type, start_value, increment_by, min_value, max_value, cycle) from pg_sequences where schemaname = 'dateline'
        ) t where line !~ '(wolverine_|mt_doc_)'
        """;
}
