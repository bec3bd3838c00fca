-- Whether the policy hid the comment with this escalation: then it holds against decisions from before. Decisions are kept
-- only since V1_6, so escalations from before this column need none.
alter table escalation add column hide_ordered boolean not null default false;
