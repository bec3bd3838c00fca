-- Mails that were handed to the mail server, from the commit before that until how it ended is noted; then the row goes.
-- What stays is an attempt of which nobody knows whether the mail arrived. One row for each notice that the mail carries.
-- No foreign key: it would wait for the notice's row, which its sender holds locked meanwhile.
create table notice_attempt (
  attempt_id uuid        not null,
  notice_id  uuid        not null,
  mail_id    uuid        not null,                 -- the part of the mail's Message-ID before the @
  started_at timestamptz not null default clock_timestamp(),
  primary key (attempt_id, notice_id)
);
create index notice_attempt_by_notice on notice_attempt (notice_id);
create index notice_attempt_by_age on notice_attempt (started_at);
