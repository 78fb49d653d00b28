-- Which streams have ever had to do with each other: what a story's or claim's course is folded from. It is kept both ways, but that a claim's own stream
-- names the documents that mention it.
create table if not exists history_links
(
    stream text not null,
    kind   text not null,
    other  text not null,
    primary key (stream, kind, other)
);
