-- The redactions that were carried out, or are in the transaction that a row names: each is once. Only erase_events adds to it for a role that does not own it.
create table if not exists redactions_done
(
    tombstone   bigint      not null primary key,
    transaction xid8        not null default pg_current_xact_id(),
    at          timestamptz not null default now()
);
-- Kept when the transaction's leave to change events is over; of those of before nothing is known.
alter table redactions_done add column if not exists done_in xid8;
alter table redactions_done alter column done_in set default pg_current_xact_id();
insert into redactions_done (tombstone, transaction) select distinct tombstone, '0'::xid8 from erasures on conflict do nothing;
