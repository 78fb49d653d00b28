-- The keys that protect antiforgery tokens and what a sign-in through a provider carries along (ASP.NET Core data protection).
create table if not exists protection_keys
(
    name text not null primary key,
    xml  text not null
);
