-- Which streams have ever had to do with each other, both ways: what a story's or claim's course is folded from.
create table if not exists history_links
(
    stream text not null,
    kind   text not null,
    other  text not null,
    primary key (stream, kind, other)
);
