-- Documents as they stand now.
create table if not exists documents
(
    id            text        not null primary key,
    source        text        not null,
    url           text,
    title         text        not null,
    author        text,
    language      text,
    revision      integer     not null,
    published_at  timestamptz not null,
    recorded_at   timestamptz not null,
    withdrawn     text,
    withdrawn_why text,
    story         text,
    mentions      integer     not null,
    extractor     text,
    failure       text
);
create index if not exists documents_url on documents (url);
create index if not exists documents_source on documents (source);
