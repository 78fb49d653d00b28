-- How far a person last said that they had seen the log. It is nobody's act and no part of the audit.
create table if not exists looked
(
    person   text        not null primary key,
    at       timestamptz not null,
    position bigint      not null
);
