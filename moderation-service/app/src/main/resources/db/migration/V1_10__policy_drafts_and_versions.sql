-- Every version of the district's files that was ever in force, each time that it came into force.
create table document_version (
  id          bigint generated always as identity primary key,
  document    text        not null check (document in ('policy', 'district')),
  version     text        not null,               -- as verdicts cite it: 12 hex digits of the SHA-256 of the text
  body        text        not null,
  origin      text        not null check (origin in ('file', 'console')),  -- file: changed by hand, by nobody known
  proposed_by text        not null default '',     -- a user name
  approved_by text        not null default '',     -- another's
  note        text        not null default '',
  draft_id    bigint,
  at          timestamptz not null default clock_timestamp(),
  check ((origin = 'file') = (proposed_by = '')),
  check ((origin = 'file') = (approved_by = '')),
  check (origin = 'file' or approved_by <> proposed_by)
);
create index document_version_newest on document_version (document, id desc);
create trigger document_version_is_append_only before update or delete or truncate on document_version
  for each statement execute function refuse_change();

-- Which version a folder of files holds, as far as the service has seen: tells a file that lags behind from one that a
-- person set back by hand.
create table document_folder (
  folder     text   not null,                      -- host and path
  document   text   not null,
  version_id bigint not null,
  primary key (folder, document)
);

create table document_draft (
  id          bigint generated always as identity primary key,
  document    text        not null check (document in ('policy', 'district')),
  name        text        not null,
  body        text        not null,
  base        text        not null,                -- the version that it was begun from
  owner       text        not null,
  revision    integer     not null default 0,      -- a change names the revision that it saw
  state       text        not null default 'open' check (state in ('open', 'proposed', 'published', 'discarded')),
  proposed_by text        not null default '',
  note        text        not null default '',     -- why, in the words of whoever proposes it
  changed_by  text        not null,
  changed_at  timestamptz not null default clock_timestamp(),
  created_at  timestamptz not null default clock_timestamp(),
  check ((state in ('proposed', 'published')) = (proposed_by <> ''))
);
create index document_draft_open on document_draft (changed_at desc) where state in ('open', 'proposed');

-- A draft that judges beside the policy in force, without any consequence.
create table shadow_run (
  id         bigint generated always as identity primary key,
  draft_id   bigint      not null references document_draft,
  version    text        not null,                 -- of the text that judges
  body       text        not null,
  percent    integer     not null check (percent between 1 and 100),  -- of the comments, chosen by their ids
  started_by text        not null,
  started_at timestamptz not null default clock_timestamp(),
  ends_at    timestamptz not null,
  ended_by   text        not null default '',      -- who stopped it early
  looked_to  timestamptz not null default clock_timestamp(),
  finished   boolean     not null default false    -- nothing is left to look at
);
create index shadow_run_open on shadow_run (id) where not finished;
create index shadow_run_draft on shadow_run (draft_id);

create table shadow_answer (
  shadow_id  bigint      not null references shadow_run,
  account    text        not null,
  comment_id text        not null,
  revision   text        not null,
  was        text        not null,                 -- the outcome of the policy in force
  would      text        not null,
  kinds      text[]      not null,                 -- how they differ; empty where they do not
  clauses    text[]      not null,                 -- the clause behind each of these
  at         timestamptz not null,                 -- when it was judged
  primary key (shadow_id, account, comment_id, revision)
);
create index shadow_answer_differs on shadow_answer (shadow_id, at desc) where kinds <> '{}';

-- A draft over what the archive found in the past.
create table backtest_run (
  id           bigint generated always as identity primary key,
  draft_id     bigint      not null references document_draft,
  version      text        not null,
  body         text        not null,
  against      text        not null,               -- the version in force
  against_body text        not null,
  days         integer     not null check (days between 1 and 3650),
  started_by   text        not null,
  started_at   timestamptz not null default clock_timestamp(),
  state        text        not null default 'running' check (state in ('running', 'done', 'cancelled', 'failed')),
  problem      text        not null default '',
  total        bigint      not null default 0,
  done         bigint      not null default 0,
  alive_at     timestamptz not null default clock_timestamp(),
  ended_at     timestamptz
);
create index backtest_run_draft on backtest_run (draft_id);

create table backtest_shift (
  run_id bigint not null references backtest_run,
  kind   text   not null,
  clause text   not null,
  n      bigint not null,
  primary key (run_id, kind, clause)
);

create table backtest_example (
  run_id     bigint not null references backtest_run,
  kind       text   not null,
  clause     text   not null,
  account    text   not null,
  comment_id text   not null,
  revision   text   not null,
  primary key (run_id, kind, clause, account, comment_id, revision)
);
