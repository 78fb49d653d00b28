-- Every revision of every document. The bytes as they arrived are in originals, by SHA-256.
create table if not exists revisions
(
    document        text        not null,
    number          integer     not null,
    title           text        not null,
    published_at    timestamptz not null,
    recorded_at     timestamptz not null,
    position        bigint      not null,
    content_hash    text        not null,
    original_sha256 text        not null,
    format          text        not null,
    characters      integer     not null,
    primary key (document, number)
);
-- The list of documents, latest first.
create index if not exists revisions_published on revisions (published_at desc);
