-- How far each group has read, for when the broker forgets it or loses its log. What is noted here was handled before.
create table read_position (
  reader    text        not null,               -- the group
  topic     text        not null,
  partition integer     not null,
  topic_id  text        not null,               -- the broker gives a topic that is created again another one
  next      bigint      not null,               -- offset of the first record that was not handled
  at        timestamptz not null default now(),
  primary key (reader, topic, partition)
);
