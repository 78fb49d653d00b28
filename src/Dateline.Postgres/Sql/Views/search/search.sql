-- Revisions of documents and claims by their words. Their text is not here: it stays in the log alone.
create table if not exists search
(
    kind            text        not null check (kind in ('claim', 'document')),
    id              text        not null,
    revision        integer     not null,
    title           text        not null,
    source          text,
    english         boolean     not null,
    words           tsvector    not null,
    published_at    timestamptz not null,
    recorded_at     timestamptz not null,
    position        bigint      not null,
    ended_published timestamptz,
    ended_recorded  timestamptz,
    primary key (kind, id, revision)
);
create index if not exists search_words on search using gin (words);
-- Of words that are in much, the latest are read.
create index if not exists search_position on search (position);
