-- What the board showed of each story, span by span, on both clocks. On the recorded clock begins and ends are positions, on the published clock
-- microseconds since year 1; ends is exclusive, and null while the span lasts. node is the interval's fork node in a relational interval tree
-- (Kriegel, Pötke, Seidl 2000), 0 while it lasts, so that all spans of one point are found by two scans of an index, however long the history.
create table if not exists story_history
(
    clock         text        not null,
    id            text        not null,
    begins        bigint      not null,
    ends          bigint,
    node          bigint      not null,
    began_at      timestamptz not null,
    position      bigint      not null,
    title         text        not null,
    status        text        not null,
    since         timestamptz not null,
    reason        text        not null,
    because       bigint[]    not null,
    documents     integer     not null,
    origins       integer     not null,
    claims        integer     not null,
    last_activity timestamptz not null,
    basis_changed integer     not null,
    primary key (clock, id, begins)
);
create index if not exists story_history_ends on story_history (clock, node, ends) include (id, begins, status, last_activity) where ends is not null;
create index if not exists story_history_begins on story_history (clock, node, begins) include (id, status, last_activity);
