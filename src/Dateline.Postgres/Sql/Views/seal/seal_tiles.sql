-- The Merkle tree over the log (RFC 6962), cut into tiles of 256 hashes (C2SP tlog-tiles). Tiles of the right edge are partial and grow.
create table if not exists seal_tiles
(
    level  integer not null,
    number bigint  not null,
    hashes bytea   not null,
    primary key (level, number)
);
alter table seal_tiles alter column hashes set storage external;
