-- A hide of an escalated comment waits until its evidence is sealed, and no longer than for a set time.
alter table review_case drop constraint review_case_action_state_check;
alter table review_case add constraint review_case_action_state_check check (action_state in
  ('none', 'hide-held', 'hide-ordered', 'hidden', 'restore-ordered', 'restored', 'failed', 'gone'));
alter table ordered_action drop constraint ordered_action_state_check;
alter table ordered_action add constraint ordered_action_state_check check (state in
  ('held', 'ordered', 'taken', 'failed', 'retrying', 'cancelled'));

-- Orders that wait. A row goes when its order is published or cancelled, in the same transaction: so once.
create table held_action (
  action_id     uuid        primary key references ordered_action,
  case_id       uuid        not null references review_case,
  escalation_id uuid        not null,              -- whose evidence it waits for
  held_at       timestamptz not null default clock_timestamp(),
  release_at    timestamptz not null,              -- by this database's clock, as is all that compares with it
  payload       bytea       not null,              -- the order as it is published
  traceparent   text
);
create index held_action_due on held_action (release_at);
create index held_action_case on held_action (case_id);
create index held_action_escalation on held_action (escalation_id);

-- What a capture by hand needs and the archive did not keep.
alter table revision add column attachments text[] not null default '{}';

-- Whether evidence is kept of a case: then what happens to it goes to the ledger, too.
alter table review_case add column evidence boolean not null default false;

-- A person asked that evidence be taken.
create table case_capture (
  event_id uuid        primary key,
  case_id  uuid        not null references review_case,
  asked_by text        not null,                   -- a user name
  reason   text        not null,
  at       timestamptz not null default clock_timestamp()
);
create index case_capture_case on case_capture (case_id);

-- What stands in the ledger, as the notifier says.
create table evidence_seal (
  capture_id uuid        primary key,              -- the escalation, or the event that asked for the capture
  case_id    uuid        not null references review_case,
  sequence   bigint      not null,                 -- the record's place in the ledger
  hash       text        not null,                 -- SHA-256 of the record, hex
  at         timestamptz not null
);
create index evidence_seal_case on evidence_seal (case_id);

-- Where an escalation stands, as the notifier says. Each part keeps the time of the news that it rests on, so that
-- older news, or the same again, changes nothing.
create table escalation_state (
  escalation_id  uuid        primary key,
  case_id        uuid        not null references review_case,
  clause         text        not null default '',
  category       text        not null default '',
  raised_at      timestamptz not null,
  state          text        not null default 'open' check (state in ('open', 'acknowledged', 'closed')),
  person         text        not null default '',  -- who has it: a user name, or an id in district.yaml; empty for nobody yet
  state_at       timestamptz not null,
  outcome        text        not null default '',  -- in the words of whoever closed it
  false_alarm    boolean     not null default false,
  undelivered    text        not null default '',  -- why nobody can be told, and what to do
  undelivered_at timestamptz,
  answered_at    timestamptz                       -- an answer ends the alarm of what was undelivered before it
);
create index escalation_state_case on escalation_state (case_id);
create index escalation_state_raised on escalation_state (raised_at);
create index escalation_state_undelivered on escalation_state (undelivered_at)
  where undelivered_at is not null and state <> 'closed';

-- Clocks that run, or ran. One runs while it was started later than it was stopped.
create table case_clock (
  clock_id      uuid        primary key,
  case_id       uuid        not null references review_case,
  escalation_id uuid        not null,
  kind          text        not null default 'duty' check (kind in ('acknowledge', 'duty')),
  title         text        not null default '',
  wording       text        not null default '',
  source        text        not null default '',   -- statute or rule
  person        text,                              -- a user name or an id in district.yaml
  fields        text[]      not null default '{}', -- what to fill in
  due_at        timestamptz,
  started_at    timestamptz,                       -- null when only its end is known yet
  stopped_at    timestamptz,
  stopped_by    text        not null default '',
  running       boolean generated always as
                  (started_at is not null and (stopped_at is null or stopped_at < started_at)) stored
);
create index case_clock_case on case_clock (case_id);
create index case_clock_running on case_clock (due_at) where running;

-- What was filled in for a duty, piece by piece.
create table case_duty (
  clock_id uuid        primary key references case_clock,
  fields   jsonb       not null,
  by       text        not null,                   -- the user name of whoever saved last
  at       timestamptz not null default clock_timestamp(),
  done_at  timestamptz
);

-- Answers that people gave here; the notifier says what became of them.
create table case_answer (
  event_id  uuid        primary key,
  case_id   uuid        not null references review_case,
  user_name text        not null,
  answer    text        not null check (answer in ('acknowledge', 'hand-over', 'resolve', 'false-alarm')),
  at        timestamptz not null default clock_timestamp()
);
create index case_answer_case on case_answer (case_id);

-- Who opened a case of which evidence is kept, and when first.
create table case_view (
  case_id   uuid        not null references review_case,
  user_name text        not null,
  at        timestamptz not null default clock_timestamp(),
  primary key (case_id, user_name)
);
