-- What people decided on comments of escalated cases. A decision does not move its escalation: it is told, as news, to
-- those who were asked, and later notices and the answer page say what became of the comment.
create table comment_decision (
  decision_id uuid        primary key,             -- the same for all entries of one act
  case_id     uuid        not null,
  actor       text        not null,                -- a user name or an id in district.yaml
  kind        text        not null,                -- as in the case's history; see CommentDecision
  hidden      boolean     not null,                -- how it leaves the comment
  at          timestamptz not null                 -- by the other service's clock
);
create index comment_decision_by_case on comment_decision (case_id, at);

-- News of a decision: one for each person, beside the notices of the escalation's steps, and not withdrawn with them.
alter table notice add column decision_id uuid references comment_decision;
drop index notice_once;
create unique index notice_once on notice (conversation_id, step, person)
  where conversation_id is not null and decision_id is null;
create unique index notice_news_once on notice (decision_id, person) where decision_id is not null;
