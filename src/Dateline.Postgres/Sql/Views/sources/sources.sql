-- Sources, and how reliable editors hold them to be (Admiralty scale).
create table if not exists sources
(
    id          text        not null primary key,
    name        text        not null,
    reliability text        not null,
    documents   integer     not null,
    rated_by    text,
    rated_why   text,
    rated_at    timestamptz,
    last_seen   timestamptz
);
