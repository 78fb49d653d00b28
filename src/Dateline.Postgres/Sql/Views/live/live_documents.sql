-- The story that each document is in.
create table if not exists live_documents
(
    document text not null primary key,
    story    text not null
);
create index if not exists live_documents_story on live_documents (story);
