-- Who is signed in, by the SHA-256 of the token in the cookie.
create table if not exists sessions
(
    token_sha256 bytea       not null primary key,
    id           text        not null unique,
    account      text        not null,
    way          text        not null,
    agent        text,
    begun_at     timestamptz not null default now(),
    seen_at      timestamptz not null default now(),
    ends_at      timestamptz not null
);
create index if not exists sessions_account on sessions (account);
