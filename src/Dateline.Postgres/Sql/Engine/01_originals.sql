-- The bytes of documents as they arrived, by their SHA-256.
create table if not exists originals
(
    sha256      char(64)    not null primary key,
    media_type  text        not null,
    bytes       bytea       not null,
    recorded_at timestamptz not null default now()
);
