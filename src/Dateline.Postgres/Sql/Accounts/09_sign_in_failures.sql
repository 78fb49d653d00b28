-- Failed attempts to sign in, by the SHA-256 of whom or where they were for; kept as long as they count.
create table if not exists sign_in_failures
(
    of_sha256 bytea       not null,
    at        timestamptz not null
);
create index if not exists sign_in_failures_of on sign_in_failures (of_sha256, at);
create index if not exists sign_in_failures_at on sign_in_failures (at);
