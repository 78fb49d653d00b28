-- What the filing desk knew at a moment, so that it begins with that instead of the log: at most one row. It holds no text, but hashes of words
-- and numbers; a redaction removes it.
create table if not exists desk_snapshots
(
    one     boolean primary key default true check (one),
    version text    not null,
    reacted bigint  not null,
    bytes   bytea   not null
);
-- Hashes do not compress.
alter table desk_snapshots alter column bytes set storage external;
