-- Each use of a key, written before what it asks for is done. The correlation is that of the events which the use recorded.
create table if not exists key_uses
(
    position    bigint generated always as identity primary key,
    key         text        not null,
    account     text        not null,
    at          timestamptz not null default clock_timestamp(),
    method      text        not null,
    route       text        not null,
    correlation text        not null
);
create index if not exists key_uses_key on key_uses (key, position);
