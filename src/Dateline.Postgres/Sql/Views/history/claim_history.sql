-- What lists showed of each claim, span by span, on both clocks, as story_history does. A claim that is open with a day that has passed is due.
create table if not exists claim_history
(
    clock         text        not null,
    id            text        not null,
    begins        bigint      not null,
    ends          bigint,
    node          bigint      not null,
    began_at      timestamptz not null,
    position      bigint      not null,
    text          text        not null,
    mode          text        not null,
    status        text        not null,
    since         timestamptz not null,
    reason        text        not null,
    because       bigint[]    not null,
    origins       integer     not null,
    asserting     integer     not null,
    denying       integer     not null,
    due           text,
    basis_changed boolean     not null,
    raised        bigint      not null,
    primary key (clock, id, begins)
);
create index if not exists claim_history_ends on claim_history (clock, node, ends) include (id, begins, raised) where ends is not null;
create index if not exists claim_history_begins on claim_history (clock, node, begins) include (id, raised);
create index if not exists claim_history_due on claim_history (clock, due) where due is not null;
