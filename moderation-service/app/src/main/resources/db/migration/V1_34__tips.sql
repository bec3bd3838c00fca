-- What people report: a comment of the archive, or anything else that they hand in.

-- What was handed in is archived as a comment that no connected account shows, so nothing can hide or show it.
alter table comment drop constraint comment_visibility_check;
alter table comment add constraint comment_visibility_check
  check (visibility in ('visible', 'hidden', 'deleted', 'elsewhere'));

create table tip (
  tip_id            uuid        primary key,          -- the same for the same form sent twice
  case_id           uuid        not null references review_case,
  reference         text        not null unique,      -- that the reporter can read out
  state_hash        text        not null unique,      -- of the token in the reporter's private link
  way               text        not null check (way in ('public', 'school', 'staff')),
  urgency           text        not null check (urgency in ('now', 'soon', 'can-wait')),
  category          text        not null,             -- empty for something else
  link              text        not null,
  place             text        not null,
  body              text        not null,
  language          text        not null check (language in ('en', 'es')),
  reporter          text        not null,             -- the name; empty for none
  reporter_user     text        not null,             -- the user name; empty for people who are not signed in
  anonymous         boolean     not null,             -- whether the name needs an administrator with a reason
  screenshot        bytea,
  screenshot_sha256 text,
  notified          boolean     not null,
  received_at       timestamptz not null,
  looked_at         timestamptz                       -- when someone first opened its case
);
create index tip_case on tip (case_id);
create index tip_recent on tip (received_at desc, tip_id);
create index tip_reporter on tip (reporter_user) where reporter_user <> '';

create table school_link (
  link_id    uuid        primary key,
  building   text        not null,
  purpose    text        not null,
  made_by    text        not null,
  made_at    timestamptz not null default clock_timestamp(),
  revoked_by text,
  revoked_at timestamptz
);

-- Each way to report counts for itself, and the public's for each school: no one can close the form for others.
alter table appeal_try drop constraint appeal_try_kind_check;
alter table appeal_try add constraint appeal_try_kind_check
  check (kind in ('send', 'look') or kind ~ '^tip-(look|public|school|staff)(:.*)?$');
