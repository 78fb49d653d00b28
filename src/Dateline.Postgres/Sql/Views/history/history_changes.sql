-- What each event changed, as it is told, on both clocks; begins counts as in story_history. What falls due is no event and is not here. On the published clock
-- a late event has all that it concerns told anew from where it counts. told_with is the event itself, position; but a relation that waited for one of its claims
-- to be published is told with the event that brought that out.
create table if not exists history_changes
(
    clock     text        not null,
    begins    bigint      not null,
    told_with bigint      not null,
    position  bigint      not null,
    at        timestamptz not null,
    kind      text        not null,
    subject   text        not null,
    stories   text[]      not null,
    text      text        not null,
    other     text,
    earlier   text,
    later     text
);
create index if not exists history_changes_begins on history_changes (clock, begins, told_with);
