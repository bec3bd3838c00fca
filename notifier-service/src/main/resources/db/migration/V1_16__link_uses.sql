-- In which browsers a link of the answer page was used, for as long as a link lives. Its person is told of another browser
-- than the first, once a day: what keeps no cookie is a new browser each time.
create table link_use (
  link            bytea       not null,            -- SHA-256 of the link's token
  browser         bytea       not null,            -- SHA-256 of a random cookie
  conversation_id uuid        not null references conversation,
  person          text        not null,            -- id in district.yaml; to whom the link was sent
  used_at         timestamptz not null,
  tells           boolean     not null,            -- whether its person is told of it
  tell_at         timestamptz,                     -- when the mail of it is due; null if none is, or it was sent
  primary key (link, browser)
);
create index link_use_due on link_use (tell_at) where tell_at is not null;
create index link_use_old on link_use (used_at);

-- Which comment of immediate danger a link has closed. It closes each one once.
create table link_closing (
  link      bytea       not null,                  -- SHA-256 of the link's token
  case_id   uuid        not null,
  closed_at timestamptz not null,
  primary key (link, case_id)
);
