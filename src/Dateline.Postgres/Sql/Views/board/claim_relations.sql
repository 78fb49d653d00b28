-- Relations between claims that stand.
create table if not exists claim_relations
(
    claim    text   not null,
    relation text   not null,
    other    text   not null,
    because  text   not null,
    position bigint not null,
    primary key (claim, relation, other)
);
create index if not exists claim_relations_other on claim_relations (other);
