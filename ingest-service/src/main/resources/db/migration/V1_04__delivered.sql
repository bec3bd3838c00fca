-- What systems without a connector deliver. To the engine these tables are the platform: it reads them as it reads others.

-- Each change of a comment in the order of its commit, which is the order in which it is read.
create table delivered_row (
  sequence    bigint generated always as identity primary key,
  account     text        not null,
  comment_id  text        not null,
  post_id     text        not null,
  raw         bytea       not null, -- the row as it came, JSON
  hidden      boolean     not null,
  gone        boolean     not null,
  received_at timestamptz not null default now()
);
create index delivered_row_of_account on delivered_row (account, sequence);

-- How each comment stands.
create table delivered_comment (
  account    text        not null,
  comment_id text        not null,
  post_id    text        not null,
  author_id  text,                 -- null for one without an account
  written_at timestamptz not null,
  changed_at timestamptz not null, -- when its text was last changed, as its system says
  digest     bytea       not null, -- of what its readers see
  hidden     boolean     not null,
  hidden_at  timestamptz not null, -- when that last changed
  gone       boolean     not null default false,
  newest     bigint      not null, -- its last delivered_row
  primary key (account, comment_id)
);
create index delivered_comment_written on delivered_comment (account, written_at) where not gone;

create table delivered_post (
  account    text        not null,
  post_id    text        not null,
  raw        bytea       not null,
  changed_at timestamptz not null,
  digest     bytea       not null,
  sequence   bigint      generated always as identity,
  primary key (account, post_id)
);
create index delivered_post_newest on delivered_post (account, sequence desc);
