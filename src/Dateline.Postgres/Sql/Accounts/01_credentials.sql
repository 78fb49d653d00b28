-- Passwords, hashed. Who may do what is in the log (account/…); only what must stay secret is here.
create table if not exists credentials
(
    account       text        not null primary key,
    password_hash text        not null,
    changed_at    timestamptz not null default now()
);
