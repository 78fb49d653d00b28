-- Whom a person is with an OpenID Connect provider.
create table if not exists identities
(
    issuer  text        not null,
    subject text        not null,
    account text        not null,
    at      timestamptz not null default now(),
    primary key (issuer, subject)
);
