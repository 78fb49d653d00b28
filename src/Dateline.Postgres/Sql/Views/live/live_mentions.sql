-- The documents that mention each claim.
create table if not exists live_mentions
(
    claim    text not null,
    document text not null,
    primary key (claim, document)
);
