-- An escalation with all that joined it: one thread of notices, one clock.
create table conversation (
  conversation_id uuid        primary key,         -- the escalation that opened it
  case_id         uuid        not null,            -- its case
  about           uuid        not null,            -- the escalation that notices speak of
  category        text        not null,
  building        text        not null,
  account         text        not null,
  urgency         text        not null check (urgency in ('immediate', 'soon', 'digest')),
  roles           text[]      not null,            -- of all that joined
  post            text,                            -- what later comments are compared with; see fold in escalation.yaml
  author          text,
  text_hash       text        not null,
  state           text        not null check (state in ('waiting', 'listed', 'acknowledged', 'closed')),
  course          bytea       not null,            -- the state as JSON
  step            integer     not null,
  withdrawn_below integer     not null default 0,  -- notices of earlier steps are not sent any more
  due_at          timestamptz,                     -- by the database's clock; null when time changes nothing
  opened_at       timestamptz not null,
  last_joined_at  timestamptz not null
);
create index conversation_due on conversation (due_at) where due_at is not null;
create index conversation_open on conversation (account, category, building) where state <> 'closed';
create index conversation_by_case on conversation (case_id);
create index conversation_unanswered on conversation (opened_at) where state = 'waiting';

-- Null for those that were taken in before there was a clock: their notices are sent, and that is all.
alter table escalation add column conversation_id uuid references conversation;
create index escalation_by_case on escalation (case_id);
create index escalation_by_conversation on escalation (conversation_id);

-- A person gets a notice for each step that asks for one; its id is made of conversation, step and person.
alter table notice drop constraint notice_escalation_id_person_key;
alter table notice drop constraint notice_state_check;
alter table notice add constraint notice_state_check check (state in ('queued', 'sent', 'failed', 'withdrawn'));
alter table notice add column conversation_id uuid references conversation;
alter table notice add column step integer not null default 0;
alter table notice add column occasion bytea;      -- why, as JSON; null for the first notice
create unique index notice_once on notice (conversation_id, step, person) where conversation_id is not null;

-- What law or policy asks of people, while it is asked.
create table duty_clock (
  clock_id        uuid        primary key,         -- of conversation, duty and person
  conversation_id uuid        not null references conversation,
  escalation_id   uuid        not null,
  case_id         uuid        not null,
  duty            text        not null,            -- id in escalation.yaml
  person          text,                            -- null for the building's administration
  started_at      timestamptz not null,
  due_at          timestamptz not null,
  filled_in       bytea       not null,            -- field to value, as JSON
  stopped_at      timestamptz,
  stopped_by      text
);
create index duty_clock_by_conversation on duty_clock (conversation_id);

-- Events of cases that were taken in; a redelivery finds its id and changes nothing.
create table case_event_taken (
  event_id uuid        primary key,
  taken_at timestamptz not null default clock_timestamp()
);

-- The second channel's queue.
create table alarm_call (
  call_id         uuid        primary key,         -- of escalation, cause and channel; the receiver's idempotency key
  channel         text        not null,            -- id in escalation.yaml
  escalation_id   uuid        not null,
  body            bytea       not null,            -- JSON, exactly as it is signed and sent
  state           text        not null default 'queued' check (state in ('queued', 'taken', 'given-up')),
  attempts        integer     not null default 0,
  next_attempt_at timestamptz not null,
  created_at      timestamptz not null
);
create index alarm_call_queue on alarm_call (next_attempt_at) where state = 'queued';

-- The newest time that the clock has seen. Should the database's clock be set back, due times move back by as much.
create table clock_reading (
  only_one boolean     primary key default true check (only_one),
  at       timestamptz not null
);
