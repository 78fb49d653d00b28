-- Claims as they stand now. A prediction that is open with a day that has passed is due: due_at says which day.
create table if not exists claims
(
    id               text     not null primary key,
    text             text     not null,
    mode             text     not null,
    due_at           date,
    status           text     not null,
    since            timestamptz not null,
    since_position   bigint   not null,
    because          bigint[] not null,
    reason           text     not null,
    origins          integer  not null,
    standing_verdict text,
    basis_changed    boolean  not null,
    raised_position  bigint   not null,
    ended_position   bigint   not null,
    merged_into      text,
    pins             text[]   not null
);
-- What the event at since_position did, where it is not among the grounds; the reason ends with it as long as the status stands.
alter table claims add column if not exists turn text;
-- Few claims are ever put into a story by hand.
create index if not exists claims_pins on claims using gin (pins) where pins <> '{}';
-- The list of claims, latest first.
create index if not exists claims_raised on claims (raised_position desc, id collate "C") where merged_into is null;
