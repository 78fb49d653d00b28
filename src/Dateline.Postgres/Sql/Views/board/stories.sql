-- Stories as they stand now. Times are the recorded clock's.
create table if not exists stories
(
    id               text        not null primary key,
    title            text        not null,
    status           text        not null,
    since            timestamptz not null,
    since_position   bigint      not null,
    because          bigint[]    not null,
    reason           text        not null,
    documents        integer     not null,
    claims           integer     not null,
    key_claims       integer     not null,
    disputed_claims  integer     not null,
    agreed_claims    integer     not null,
    judged_claims    integer     not null,
    open_claims      integer     not null,
    basis_changed    integer     not null,
    origins          jsonb       not null,
    opened_at        timestamptz not null,
    last_activity    timestamptz not null,
    closed_position  bigint,
    merged_into      text,
    merged_position  bigint      not null
);
-- What the event at since_position did, where it is not among the grounds; the reason ends with it as long as the status stands.
alter table stories add column if not exists turn text;
-- For each claim that basis_changed counts: what touched what its verdict rests on, and the event that marked it last.
alter table stories add column if not exists basis_causes jsonb not null default '{}';
create index if not exists stories_last_activity on stories (last_activity desc, id);
