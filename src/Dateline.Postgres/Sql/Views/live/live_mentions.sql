-- Documents whose mentions a claim got by a merger or a split; of all others the claim's own stream tells.
create table if not exists live_mentions
(
    claim    text not null,
    document text not null,
    primary key (claim, document)
);
