-- Every act of people, bots and Dateline itself: who did what to what, before and after, why and when.
create table if not exists audit
(
    position    bigint      not null primary key,
    at          timestamptz not null,
    who         text        not null,
    what        text        not null,
    stream      text        not null,
    version     bigint      not null,
    before      text,
    after       text,
    why         text,
    correlation text,
    causation   text
);
-- Nearly all acts are those of Dateline and its bots, which need no index to be found: only people's acts are few enough to be looked for.
create index if not exists audit_who on audit (who, position) where who <> 'system' and (who < 'bot:' or who >= 'bot;');
-- Times never go back along the log: the pages of a time are found by their ranges.
create index if not exists audit_at on audit using brin (at);
