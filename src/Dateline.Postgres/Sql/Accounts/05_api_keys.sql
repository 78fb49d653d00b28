-- Keys for programs: the id is public, of the secret only its SHA-256 is kept.
create table if not exists api_keys
(
    id            text        not null primary key,
    secret_sha256 bytea       not null,
    account       text        not null,
    scopes        text[]      not null,
    expires_at    timestamptz,
    revoked_at    timestamptz
);
create index if not exists api_keys_account on api_keys (account);
