-- A case can be closed by itself while its conversation goes on for the others. Null while it belongs to the open ones;
-- what closes the conversation as a whole leaves it null.
alter table escalation add column closed_apart_at timestamptz;

-- Categories under which comments of this conversation were escalated before its present one: their duties hold on.
alter table conversation add column other_categories text[] not null default '{}';
