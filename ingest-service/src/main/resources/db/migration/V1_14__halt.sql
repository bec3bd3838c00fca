-- A person can stop the acts on an account, too, and not only its reading.
alter table account_command drop constraint account_command_act_check;
alter table account_command add constraint account_command_act_check
  check (act in ('PAUSE', 'HALT', 'RESUME', 'START_BACKFILL', 'STOP_BACKFILL', 'CHECK'));
alter table account_wish add column acts_paused boolean not null default false;
