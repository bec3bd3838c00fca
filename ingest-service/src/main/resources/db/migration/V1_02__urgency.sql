-- Danger goes first: 0 takes something dangerous out of sight, 1 a person ordered and waits for, 2 is routine. Orders from
-- before this column said nothing, and are routine.
alter table action add column urgency smallint not null default 2 check (urgency between 0 and 2);
create index action_undone_by_urgency on action (account, urgency, sequence) where state <> 'done';
drop index action_undone;
