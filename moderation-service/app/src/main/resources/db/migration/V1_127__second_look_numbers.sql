-- A comment that fails and cannot be put before a person either is tried again after this, each time later.
alter table second_look add column not_before timestamptz;
create index second_look_stuck on second_look (since) where not_before is not null;

-- How old the oldest is, without a scan of all that waits.
create index second_look_history_age on second_look (since) where danger <= 0;
create index review_lane_age on review_case (opened_at) where state = 'open' and lane_since is not null;
create index dead_letter_open_age on dead_letter (at) where state = 'open';
