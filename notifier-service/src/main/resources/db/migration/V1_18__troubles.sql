-- A trouble is not only one of messages: a silent service, a late notice or a mail server that takes nothing is one, too.
alter table message_trouble
  add column urgent     boolean not null default false, -- told by phone and to tools, too
  add column told_times integer not null default 0;     -- since it began; 0 until someone was reached
update message_trouble
set told_times = 1, letter_due_at = told_at + interval '1 day'
where told_at is not null
  and ended_at is null;
