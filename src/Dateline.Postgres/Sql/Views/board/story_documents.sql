-- Which story each document is in, and what it mentions.
create table if not exists story_documents
(
    document     text        not null primary key,
    story        text,
    source       text,
    title        text,
    origin       text,
    score        integer,
    because      text,
    published_at timestamptz,
    position     bigint      not null,
    withdrawn    text
);
create index if not exists story_documents_story on story_documents (story);
