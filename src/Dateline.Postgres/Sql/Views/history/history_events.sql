-- When each event took effect on the published clock, in microseconds since year 1: what happened between two moments of it.
create table if not exists history_events
(
    published bigint not null,
    position  bigint not null,
    primary key (published, position)
);
