-- From which events redactions removed text, with the hashes that those events were sealed with. The events text_erased say the same; this
-- table only finds them quickly.
create table if not exists erasures
(
    position      bigint not null,
    by_position   bigint not null,
    tombstone     bigint not null,
    data          text   not null,
    metadata      text   not null,
    left_data     text   not null,
    left_metadata text   not null,
    primary key (position, by_position)
);
create index if not exists erasures_tombstone on erasures (tombstone);
alter table erasures add column if not exists reason text;
