-- What comes out of a system's history, such as an import. It is judged, and wakes nobody for what is long past.
alter table delivered_row add column history boolean not null default false;

-- How a comment stood at a place in the order of changes.
create index delivered_row_of_comment on delivered_row (account, comment_id, sequence);

-- A system may tell the time of some changes and not of others. Of each kind, the newest text is remembered, so that one
-- that comes again is known.
alter table delivered_comment
  add column timed   bytea,  -- digest of the newest text that came with the time of its change
  add column untimed bytea;  -- and of the newest one that came without
update delivered_comment
set timed = case when changed_at <> written_at then digest end,
    untimed = case when changed_at = written_at then digest end;
