-- Verdicts on claims, and where each one is in its course.
create table if not exists verdicts
(
    claim             text    not null,
    id                text    not null,
    rating            text    not null,
    likelihood        text,
    confidence        text    not null,
    rationale         text    not null,
    evidence          jsonb   not null,
    proposed_by       text    not null,
    state             text    not null,
    approved_by       text,
    approved_position bigint,
    superseded        boolean not null,
    basis_changed     boolean not null,
    position          bigint  not null,
    primary key (claim, id),
    constraint two_people check (approved_by is null or lower(trim(approved_by)) <> lower(trim(proposed_by)))
);
