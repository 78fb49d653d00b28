-- Who runs the followers. The one row's epoch grows with each leader; a leader whose epoch is not the row's has been replaced.
create table if not exists leadership
(
    only_row boolean     not null primary key default true check (only_row),
    epoch    bigint      not null,
    holder   text        not null,
    since    timestamptz not null default now()
);
insert into leadership (epoch, holder) values (0, 'nobody') on conflict do nothing;
