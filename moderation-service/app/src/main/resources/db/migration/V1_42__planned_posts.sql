-- Posts that are written and checked here before they go out.
create table planned_post (
  id          uuid        primary key,
  account     text        not null,
  building    text        not null,
  title       text        not null,
  body        text        not null,
  pictures    text        not null check (pictures in ('none', 'nobody', 'checked')),
  checked_by  text        not null,            -- who checked that each pictured student may be shown
  state       text        not null default 'writing'
    check (state in ('writing', 'asked', 'approved', 'published', 'discarded')),
  author      text        not null,            -- a user name
  changed_at  timestamptz not null default clock_timestamp(),
  version     integer     not null default 0,
  answered_by text        not null default '',
  note        text        not null default '',
  to_tell     text        not null default '' check (to_tell in ('', 'approvers', 'author'))
);
create index planned_post_changed on planned_post (changed_at desc, id);
create index planned_post_to_tell on planned_post (changed_at) where to_tell <> '';
