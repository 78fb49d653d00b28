-- When events took effect on the published clock, in microseconds since year 1: what happened between two moments of it, and what has been heard of since a
-- moment. A row stands for all events of the history's kinds from position to through: those of one document mostly follow on one another.
create table if not exists history_events
(
    published bigint not null,
    position  bigint not null,
    through   bigint not null,
    primary key (published, position)
);
create index if not exists history_events_through on history_events (through) include (published, position);
