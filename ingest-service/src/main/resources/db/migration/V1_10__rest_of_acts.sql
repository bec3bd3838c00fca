-- Reads rest sooner and longer than acts: rests_until is about reads.
alter table account_owner add column acts_rest_until timestamptz not null default '-infinity';
