-- When the public saw a comment and when it did not. The comment itself says only how it is now. Whatever changes that is
-- noted here, so that the page of any moment in the past can be told; only ever added to. A comment without a row was visible
-- from the start.
create table visibility_change (
  id         bigint      generated always as identity primary key,
  account    text        not null,
  comment_id text        not null,
  at         timestamptz not null,              -- when the platform confirmed it, or a connector saw it
  visibility text        not null check (visibility in ('visible', 'hidden', 'deleted')),
  action_id  uuid        references ordered_action,  -- the order that was confirmed
  unique (account, comment_id, at, visibility),
  foreign key (account, comment_id) references comment
);
create index visibility_change_of_action on visibility_change (action_id) where action_id is not null;

-- What was known before these were kept: confirmed orders, what was seen of comments with a case, whose time is in the key
-- of the entry, and how every comment is now.
insert into visibility_change (account, comment_id, at, visibility, action_id)
select distinct on (account, comment_id, at, visibility) account, comment_id, at, visibility, action_id
from (
  select rc.account, rc.comment_id, o.done_at as at,
    case o.action when 'hide' then 'hidden' when 'restore' then 'visible' else 'deleted' end as visibility, o.action_id
  from ordered_action o
  join review_case rc using (case_id)
  where o.state in ('taken', 'undone')
    and o.done_at is not null
    and o.action in ('hide', 'restore', 'delete')
  union all
  select rc.account, rc.comment_id, substring(e.dedupe from '[^/]+$')::timestamptz,
    case when e.kind in ('seen-hidden', 'hidden-on-platform') then 'hidden'
      when e.kind in ('seen-visible', 'restored-on-platform') then 'visible'
      else 'deleted' end,
    null
  from case_event e
  join review_case rc using (case_id)
  where e.kind in ('seen-hidden', 'hidden-on-platform', 'seen-visible', 'restored-on-platform', 'seen-deleted',
      'deleted-on-platform')
    and e.dedupe ~ '/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$'
  union all
  select c.account, c.comment_id, coalesce(
      (select min(r.observed_at) from revision r
       where c.visibility = 'deleted' and r.account = c.account and r.comment_id = c.comment_id and r.kind = 'deleted'),
      c.visibility_at),
    c.visibility, null
  from comment c
  where c.visibility in ('hidden', 'deleted')) known
order by account, comment_id, at, visibility, action_id nulls last;

create trigger visibility_change_is_append_only before update or delete or truncate on visibility_change
  for each statement execute function refuse_change();

create function visibility_is_noted() returns trigger language plpgsql as $$
begin
  insert into visibility_change (account, comment_id, at, visibility)
  values (new.account, new.comment_id, new.visibility_at, new.visibility)
  on conflict do nothing;
  return null;
end $$;
create trigger first_visibility_is_noted after insert on comment
  for each row when (new.visibility in ('hidden', 'deleted')) execute function visibility_is_noted();
create trigger visibility_is_noted after update of visibility on comment
  for each row when (old.visibility <> new.visibility and new.visibility in ('visible', 'hidden', 'deleted'))
  execute function visibility_is_noted();

-- A confirmation that arrives after newer news no longer changes the comment, and it still says what was so when.
-- Nothing is noted of a comment that the archive doesn't have: its retention is over, or it isn't archived yet.
create function confirmation_is_noted() returns trigger language plpgsql as $$
begin
  insert into visibility_change (account, comment_id, at, visibility, action_id)
  select rc.account, rc.comment_id, new.done_at,
    case new.action when 'hide' then 'hidden' when 'restore' then 'visible' else 'deleted' end, new.action_id
  from review_case rc
  join comment using (account, comment_id)
  where rc.case_id = new.case_id
  on conflict do nothing;
  return null;
end $$;
create trigger confirmation_is_noted after insert or update of state on ordered_action
  for each row when (new.state = 'taken' and new.done_at is not null and new.action in ('hide', 'restore', 'delete'))
  execute function confirmation_is_noted();

-- When a comment got another text. An edit has a revision with its time; a text that returns under its old name has none. Only
-- ever added to.
create table text_change (
  id         bigint      generated always as identity primary key,
  account    text        not null,
  comment_id text        not null,
  at         timestamptz not null,              -- when a connector read it
  revision   text        not null,
  unique (account, comment_id, at, revision),
  foreign key (account, comment_id) references comment
);

-- What returned before these were kept: its latest reading is all that is known.
insert into text_change (account, comment_id, at, revision)
select c.account, c.comment_id, c.changed_at, c.latest_revision
from comment c
join revision r on r.account = c.account and r.comment_id = c.comment_id and r.revision = c.latest_revision
where exists (
  select from revision n
  where n.account = c.account
    and n.comment_id = c.comment_id
    and n.kind <> 'deleted'
    and n.observed_at > r.observed_at);

create trigger text_change_is_append_only before update or delete or truncate on text_change
  for each statement execute function refuse_change();

create function text_is_noted() returns trigger language plpgsql as $$
begin
  insert into text_change (account, comment_id, at, revision)
  values (new.account, new.comment_id, new.changed_at, new.latest_revision)
  on conflict do nothing;
  return null;
end $$;
create trigger text_is_noted after update of latest_revision on comment
  for each row when (old.latest_revision <> new.latest_revision) execute function text_is_noted();

-- An edit and the return to the text before it may be archived together: then the comment itself does not change.
create function return_is_noted() returns trigger language plpgsql as $$
begin
  insert into text_change (account, comment_id, at, revision)
  select c.account, c.comment_id, c.changed_at, c.latest_revision
  from comment c
  where c.account = new.account
    and c.comment_id = new.comment_id
    and c.latest_revision <> new.revision
    and c.changed_at > new.observed_at
  on conflict do nothing;
  return null;
end $$;
create trigger return_is_noted after insert on revision
  for each row when (new.kind = 'edited') execute function return_is_noted();
