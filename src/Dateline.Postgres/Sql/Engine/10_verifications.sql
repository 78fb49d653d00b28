-- What came of verifying the log against its seal, each time.
create table if not exists verifications
(
    number      bigint      not null generated always as identity primary key,
    at          timestamptz not null default clock_timestamp(),
    by          text        not null,
    holds       boolean     not null,
    events      bigint      not null,
    sealed      bigint      not null,
    signed      bigint,
    first_at    bigint,
    said        text        not null,
    took        bigint      not null
);
