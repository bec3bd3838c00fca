-- A comment may be deleted on its platform, once two people want it.
alter table review_case drop constraint review_case_action_state_check;
alter table review_case add constraint review_case_action_state_check check (action_state in
  ('none', 'hide-held', 'hide-ordered', 'hidden', 'restore-ordered', 'restored', 'delete-ordered', 'failed', 'gone'));

-- The clause that the person's decision names; empty where it needs none, or nobody decided.
alter table review_case add column decision_clause text not null default '';

-- Automatic hides wait for a person's word within a set time.
create index review_case_to_confirm on review_case (opened_at, case_id)
  where state = 'open' and action_state in ('hide-held', 'hide-ordered', 'hidden');

-- Acts that nobody may do alone.
create table proposal (
  proposal_id uuid        primary key,             -- given with the form, so that sending it twice is one
  kind        text        not null check (kind in ('delete-comment', 'block-author', 'dispose-records', 'publish-policy')),
  subject     text        not null,                -- of delete-comment: the case's id
  clause      text        not null default '',     -- the clause that it rests on
  proposed_by text        not null,                -- a user name
  reason      text        not null check (reason <> ''),
  terms       jsonb       not null default '{}',   -- what else the act needs; of delete-comment: the revision
  state       text        not null default 'proposed'
                check (state in ('proposed', 'approved', 'refused', 'withdrawn', 'expired')),
  proposed_at timestamptz not null,
  expires_at  timestamptz not null check (expires_at > proposed_at),
  answered_by text,
  answered_at timestamptz,
  answer_note text        not null default '',
  -- Whatever a program does wrong: nobody approves what they proposed.
  check (state not in ('approved', 'refused') or (answered_by is not null and answered_by <> proposed_by))
);
create unique index proposal_once on proposal (kind, subject) where state = 'proposed';
create index proposal_subject on proposal (kind, subject, proposed_at);

-- One decision on several cases, and what came of it for each.
create table bulk (
  bulk_id  uuid        primary key,                -- given with the form, so that sending it twice is one
  by       text        not null,                   -- a user name
  decision text        not null,
  clause   text        not null default '',        -- empty for each case's own
  note     text        not null default '',
  at       timestamptz not null default clock_timestamp()
);
create table bulk_item (
  bulk_id  uuid    not null references bulk,
  position integer not null,                       -- from 0, in the order in which they were carried out
  case_id  uuid    not null references review_case,
  version  integer not null,                       -- of the case that the person looked at
  result   text    not null check (result in ('done', 'refused', 'changed')),
  sentence text    not null,                       -- what came of it, for people
  primary key (bulk_id, position)
);
create index bulk_item_case on bulk_item (case_id);

-- The check of what was allowed: which days were drawn, from how many comments, by which seed. Anybody can draw a day
-- again: its sample is the first rows of that day's allowed revisions by sha256(seed || '/' || account || '/' ||
-- comment id || '/' || revision).
create table quality_day (
  day        date        primary key,              -- in the district's time zone
  seed       text        not null,                 -- made when the day was drawn, so that nobody knows it before
  population bigint      not null,                 -- how many revisions were allowed that day
  drawn_at   timestamptz not null default clock_timestamp()
);
create table quality_sample (
  sample_id      uuid        primary key default gen_random_uuid(),
  day            date        not null references quality_day,
  position       integer     not null,             -- from 0
  account        text        not null,
  comment_id     text        not null,
  revision       text        not null,
  building       text        not null default '',
  policy_version text        not null,
  model_version  text        not null,
  judged_by      text,                             -- a user name
  judged_at      timestamptz,
  allowed_right  boolean,                          -- whether it was right to allow it
  category       text        not null default '',  -- what was missed, where it was wrong
  note           text        not null default '',
  unique (day, position),
  foreign key (account, comment_id, revision) references revision,
  check ((judged_by is null) = (allowed_right is null)),
  check (category = '' or not allowed_right)
);
create index quality_sample_waiting on quality_sample (day, position) where judged_by is null;
-- Revisions come in the order in which they are judged: a small index finds a day's.
create index revision_judged on revision (judged_at);
