-- Which stories and claims each event is about, as of the event itself: what a live stream is filtered by. It never changes afterwards, so that
-- whoever resumes a stream gets what they would have got without a break.
create table if not exists live
(
    position     bigint      not null primary key,
    published_at timestamptz not null,
    stories      text[]      not null,
    claims       text[]      not null
);
create index if not exists live_stories on live using gin (stories);
create index if not exists live_claims_of on live using gin (claims);
