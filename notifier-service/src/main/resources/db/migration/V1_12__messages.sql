-- Messages beside the mail: one row for each gateway, act and person of a step. Each attempt composes its text again.
create table message (
  message_id      uuid        primary key,         -- of gateway, conversation, step, act and person: no step queues it twice
  position        bigint generated always as identity,
  gateway         text        not null,            -- id in escalation.yaml
  kind            text        not null,            -- the gateway's, as it was when this was queued
  conversation_id uuid        not null references conversation,
  step            integer     not null,
  act             text        not null check (act in ('tell', 'take', 'end')),
  occasion        text        not null,            -- why it is told
  person          text,                            -- id in district.yaml; null where several people read
  role            text,
  state           text        not null default 'queued'
                              check (state in ('queued', 'taken', 'arrived', 'failed', 'withdrawn')),
  attempts        integer     not null default 0,
  -- Attempts of which nobody knows how they ended. The running one counts, from the commit before it on.
  unknown         integer     not null default 0,
  next_attempt_at timestamptz,                     -- null when nothing is left to do
  reference       text,                            -- by which the gateway is asked what became of it
  trouble         text,                            -- what was last published as wrong; null when nothing is
  created_at      timestamptz not null,
  taken_at        timestamptz
);
create index message_queue on message (next_attempt_at) where next_attempt_at is not null;
create index message_by_conversation on message (conversation_id, gateway);

-- What is wrong with a gateway, a number or a roster, from the first failure until it works again.
create table message_trouble (
  subject       text        primary key,           -- gateway/ID, gateway/ID/PERSON or roster/ID
  why           text        not null,
  began_at      timestamptz not null,
  ended_at      timestamptz,
  letter_due_at timestamptz,                       -- null when nobody has to be told by mail
  told_at       timestamptz
);
create index message_trouble_letter on message_trouble (letter_due_at) where letter_due_at is not null;
