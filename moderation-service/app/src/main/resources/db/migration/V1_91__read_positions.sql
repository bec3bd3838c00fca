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

-- A topic that was created again counts from 0 again: a failed message of today is not one of before.
alter table dead_letter drop constraint dead_letter_dlq_topic_partition_position_key;
alter table dead_letter add unique (dlq_topic, partition, position, at);
