-- Answers by Idempotency-Key, so that a repeated request is answered and not done again. They are forgotten after a day.
create table if not exists idempotency
(
    account      text        not null,
    key          text        not null,
    fingerprint  bytea       not null,
    begun_at     timestamptz not null default now(),
    status       integer,
    content_type text,
    headers      jsonb,
    body         bytea,
    primary key (account, key)
);
create index if not exists idempotency_begun_at on idempotency (begun_at);
-- Samples of answers would outlive a redaction.
alter table idempotency alter column body set statistics 0;
do
$$
begin
    if exists (select from pg_stats where schemaname = current_schema() and tablename = 'idempotency' and attname = 'body') then
        alter table idempotency alter column body type bytea;
    end if;
end
$$;
