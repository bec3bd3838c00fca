-- Until then the platform wants to be left alone, as the last owner knew. The next one begins with that.
alter table account_owner add column rests_until timestamptz not null default '-infinity';
