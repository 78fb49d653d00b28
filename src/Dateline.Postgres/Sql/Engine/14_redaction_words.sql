-- The words of redactions that wait for a second editor, or to be carried out. They are in no event, and go from here with the rest.
create table if not exists redaction_words
(
    redaction   text        not null primary key,
    words       text[]      not null,
    proposed_at timestamptz not null default now()
);
