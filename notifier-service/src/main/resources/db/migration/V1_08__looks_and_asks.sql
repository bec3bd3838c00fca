-- Who had a comment's words shown on the answer page, and when. A comment is closed there only after that.
create table words_look (
  look_id         uuid        primary key,
  conversation_id uuid        not null references conversation,
  escalation_id   uuid        not null references escalation, -- whose words: an edit is another escalation
  case_id         uuid        not null,
  person          text        not null,            -- id in district.yaml
  at              timestamptz not null
);
create index words_look_by_person on words_look (conversation_id, person, at);

-- What people asked for on the answer page. The moderation service decides it and says what came of it.
create table action_ask (
  ask_id  uuid        primary key,
  case_id uuid        not null,
  person  text        not null,                    -- id in district.yaml
  action  text        not null check (action in ('hide', 'restore')),
  at      timestamptz not null
);
create index action_ask_by_case on action_ask (case_id, at);

-- The newest report of what became of a comment on its platform.
create table comment_report (
  case_id uuid        primary key,
  kind    text        not null,                    -- as in the case's history; see CommentReport
  detail  text        not null,
  at      timestamptz not null                     -- by the other service's clock
);
