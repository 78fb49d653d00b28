-- Every act on every verdict.
create table if not exists verdict_acts
(
    claim    text        not null,
    verdict  text        not null,
    position bigint      not null,
    act      text        not null,
    by       text        not null,
    reason   text,
    at       timestamptz not null,
    primary key (claim, verdict, position)
);
