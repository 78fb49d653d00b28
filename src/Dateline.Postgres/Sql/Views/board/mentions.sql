-- Every mention of every claim.
create table if not exists mentions
(
    id                 text        not null primary key,
    claim              text        not null,
    raised_as          text        not null,
    document           text        not null,
    revision           integer     not null,
    source             text        not null,
    origin             text        not null,
    quote              text        not null,
    speaker            text,
    via                text[]      not null,
    cue                text,
    polarity           text        not null,
    certainty          text        not null,
    score              integer     not null,
    because            text,
    published_at       timestamptz not null,
    recorded_at        timestamptz not null,
    position           bigint      not null,
    retracted_position bigint,
    retracted_cause    text,
    due_at             text
);
create index if not exists mentions_claim on mentions (claim);
create index if not exists mentions_document on mentions (document);
