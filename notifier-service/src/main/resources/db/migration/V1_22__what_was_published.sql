-- What was published in the last day. The broker is not backed up: a restored database publishes it again, for
-- those who had not heard it.
create table outbox_published (
  id           bigint      primary key, -- as in the outbox, whose order it keeps
  topic        text        not null,
  key          text        not null,
  payload      bytea       not null,
  traceparent  text,
  published_at timestamptz not null default now()
);
create index outbox_published_at on outbox_published (published_at);
