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
create index if not exists audit_stream on audit (stream, position);
create index if not exists audit_who on audit (who, position);
create index if not exists audit_at on audit (at);
