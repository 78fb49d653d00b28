-- One-time links by which people set how they sign in, by the SHA-256 of their token. No account means: the first administrator.
create table if not exists invitations
(
    token_sha256 bytea       not null primary key,
    account      text,
    invited_by   text        not null,
    expires_at   timestamptz not null
);
