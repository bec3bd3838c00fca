-- Nobody appeals against a block that was disposed of: its reference goes with its names.
update hand_block set reference = null where disposal_id is not null;
alter table hand_block add check (disposal_id is null or reference is null);
