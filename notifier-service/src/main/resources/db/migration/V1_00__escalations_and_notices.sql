-- One row for each escalation received; a redelivery finds it and changes nothing.
create table escalation (
  escalation_id uuid        primary key,
  case_id       uuid        not null,
  urgency       text        not null check (urgency in ('immediate', 'soon', 'digest')),
  nobody_told   boolean     not null,              -- an alarm: no person could be found
  event         bytea       not null,              -- CaseEscalated as it was received, unchanged
  traceparent   text,
  raised_at     timestamptz not null,
  received_at   timestamptz not null default clock_timestamp()
);
create index escalation_unheard on escalation (received_at) where nobody_told;

-- The queue of mails: one row for each person and escalation. The row's lock is the lease of who sends it.
create table notice (
  notice_id        uuid        primary key,        -- derived from escalation and person
  escalation_id    uuid        not null references escalation,
  person           text        not null,           -- id in district.yaml; the address is looked up when sending
  role             text        not null,
  urgency          text        not null check (urgency in ('immediate', 'soon', 'digest')),
  state            text        not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  due_at           timestamptz not null,
  next_attempt_at  timestamptz not null,
  attempts         integer     not null default 0,
  trouble          text,                           -- what was last published as wrong; null when nothing is
  done_at          timestamptz,
  unique (escalation_id, person)
);
create index notice_queue on notice (next_attempt_at) where state = 'queued';

create table outbox (
  id          bigint generated always as identity primary key,
  topic       text        not null,
  key         text        not null,
  payload     bytea       not null,
  traceparent text,
  created_at  timestamptz not null default now()
);
