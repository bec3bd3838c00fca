-- The archive: every post, comment and revision that was ever seen. Nothing here is purged by the program.

create table post (
  account    text not null,
  post_id    text not null,
  title      text not null,
  body       text not null,
  permalink  text,
  primary key (account, post_id)
);

create table comment (
  account         text        not null,
  comment_id      text        not null,           -- the platform's id
  platform        text        not null,
  post_id         text        not null,
  parent_id       text,                           -- the platform id of the comment it answers
  author_key      text        not null,           -- what strikes are counted by
  author_name     text        not null,
  permalink       text,
  visibility      text        not null check (visibility in ('visible', 'hidden', 'deleted')),
  visibility_at   timestamptz not null,           -- when that was learnt; older news does not change it
  latest_revision text        not null,
  latest_text     text        not null,
  first_seen_at   timestamptz not null,
  changed_at      timestamptz not null,           -- when the latest text was last read
  primary key (account, comment_id)
);
create index comment_thread on comment (account, post_id, first_seen_at);
create index comment_author on comment (account, author_key);

-- One row for each revision, judged in the same transaction that archived it. A deletion is a revision without a verdict.
create table revision (
  account        text        not null,
  comment_id     text        not null,
  revision       text        not null,
  kind           text        not null check (kind in ('created', 'edited', 'deleted')),
  body           text        not null,
  raw            text        not null,            -- the platform's answer, unchanged
  claimed_at     timestamptz,                     -- what the platform says; never used for ordering
  observed_at    timestamptz not null,
  judged_at      timestamptz not null default clock_timestamp(),
  outcome        text        check (outcome in ('allow', 'review', 'hide', 'escalate')),  -- null for a deletion
  clauses        text[]      not null,            -- ids of the clauses that hold, the one that decided first
  findings       jsonb       not null,            -- [{category, score, detector, spans: [{from, to}], why}]
  policy_version text        not null,
  model_version  text        not null,
  primary key (account, comment_id, revision),
  check ((kind = 'deleted') = (outcome is null))
);

-- Everything about one comment that needs or needed a person.
create table review_case (
  case_id        uuid        primary key,          -- derived from account and comment id
  account        text        not null,
  comment_id     text        not null,
  building       text        not null,
  revision       text        not null,             -- the revision that the present verdict judged
  outcome        text        not null check (outcome in ('review', 'hide', 'escalate')),
  clause         text        not null,             -- the clause that decided; empty when a detector failed
  category       text        not null,
  urgency        text        not null check (urgency in ('immediate', 'soon', 'digest')),
  strikes        boolean     not null,             -- whether the clause counts against the author
  state          text        not null check (state in ('open', 'confirmed', 'restored', 'hidden', 'dismissed')),
  action_state   text        not null check (action_state in
                   ('none', 'hide-ordered', 'hidden', 'restore-ordered', 'restored', 'failed', 'gone')),
  action_id      uuid,                             -- the newest order
  action_note    text        not null default '',  -- why an action failed or waits, and what to do
  opened_at      timestamptz not null,
  seen_at        timestamptz not null,             -- when the connector read the revision
  hidden_at      timestamptz,
  decided_by     text,
  decided_at     timestamptz,
  decision_note  text        not null default '',
  version        integer     not null default 0,   -- a decision names the version it looked at
  unique (account, comment_id)
);
create index review_queue on review_case (state, urgency, opened_at);
create index review_case_building on review_case (building, state);

-- What happened to a case, in order; only ever added to.
create table case_event (
  id       bigint generated always as identity primary key,
  case_id  uuid        not null references review_case,
  at       timestamptz not null default clock_timestamp(),
  actor    text        not null,                   -- 'policy', 'ingest', 'notifier', or a user name
  kind     text        not null,                   -- such as 'opened', 'hide-ordered', 'hidden', 'notice-sent'
  detail   text        not null default '',
  dedupe   text        unique                      -- the same event delivered twice is one row
);
create index case_event_case on case_event (case_id, id);

-- Actions ordered, at most one effective hide for a verdict.
create table ordered_action (
  action_id  uuid        primary key,
  case_id    uuid        not null references review_case,
  action     text        not null,
  state      text        not null check (state in ('ordered', 'taken', 'failed', 'retrying')),
  ordered_by text        not null,
  ordered_at timestamptz not null,
  seen_at    timestamptz not null,
  done_at    timestamptz
);
create index ordered_action_case on ordered_action (case_id);

-- Strikes against authors; one a case, voided when the case is restored or dismissed.
create table strike (
  case_id    uuid        primary key references review_case,
  account    text        not null,
  author_key text        not null,
  clause     text        not null,
  at         timestamptz not null,
  voided_at  timestamptz
);
create index strike_author on strike (account, author_key);

create table account_status (
  account text        primary key,
  status  jsonb       not null,
  at      timestamptz not null
);

create table dead_letter (
  id         bigint generated always as identity primary key,
  dlq_topic  text        not null,
  partition  integer     not null,
  position   bigint      not null,
  origin     text        not null,                 -- the topic it came from
  consumer   text        not null,
  key        bytea,
  payload    bytea,
  error      text        not null,
  at         timestamptz not null,
  state      text        not null default 'open' check (state in ('open', 'replayed', 'discarded')),
  handled_by text,
  handled_at timestamptz,
  unique (dlq_topic, partition, position)
);

create table outbox (
  id          bigint generated always as identity primary key,
  topic       text        not null,
  key         text        not null,
  payload     bytea       not null,
  traceparent text,
  created_at  timestamptz not null default now()
);

-- People who sign in to the console.
create table console_user (
  user_name            text        primary key,
  display_name         text        not null,
  password_hash        text        not null,
  role                 text        not null check (role in ('moderator', 'administrator')),
  must_change_password boolean     not null,
  failed_attempts      integer     not null default 0,
  locked_until         timestamptz,
  created_at           timestamptz not null default now(),
  password_changed_at  timestamptz
);

-- Who did what in the console, reads of cases included; only ever added to.
create table audit (
  id     bigint generated always as identity primary key,
  at     timestamptz not null default clock_timestamp(),
  actor  text        not null,
  act    text        not null,
  target text        not null default '',
  detail text        not null default ''
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only ever added', tg_table_name;
end $$;
create trigger audit_is_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();
create trigger case_event_is_append_only before update or delete or truncate on case_event
  for each statement execute function refuse_change();
