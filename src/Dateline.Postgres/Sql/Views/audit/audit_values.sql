-- What a kind of act last set on a subject, which is the "before" of the next act of that kind.
create table if not exists audit_values
(
    subject text not null,
    field   text not null,
    value   text,
    primary key (subject, field)
);
