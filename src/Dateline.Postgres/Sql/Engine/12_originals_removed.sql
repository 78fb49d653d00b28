-- Kept bytes that a redaction removed, by their SHA-256: not all of them belong to an event that text was removed from.
do
$$
begin
    if to_regclass(format('%I.originals_removed', current_schema())) is null then
        create table originals_removed
        (
            sha256    char(64) not null,
            tombstone bigint   not null,
            primary key (sha256, tombstone)
        );
        -- Earlier versions did not note them: what is missing by now may be what redactions of words removed.
        insert into originals_removed (sha256, tombstone)
        select distinct e.data ->> 'originalSha256', (select max(d.tombstone) from redactions_done d)
        from mt_events e
        where e.type in ('document_ingested', 'document_revised') and length(e.data ->> 'originalSha256') = 64
            and not exists (select from originals o where o.sha256 = e.data ->> 'originalSha256')
            and exists (select from redactions_done d join mt_events t on t.seq_id = d.tombstone where t.type = 'words_redacted');
    end if;
end
$$;
