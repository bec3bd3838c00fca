-- How urgent an order is, and when people were told that a hide of something dangerous was not carried out.
alter table ordered_action add column urgency text not null default 'routine'
  check (urgency in ('danger', 'person', 'routine'));
alter table ordered_action add column told_at timestamptz;
create index ordered_action_undone_danger on ordered_action (ordered_at)
  where urgency = 'danger' and action = 'hide' and told_at is null and state in ('ordered', 'retrying', 'failed');

-- When an account's administrator was told last that it runs low, and until when the allowance was counted that ran low.
create table account_warning (
  account       text        primary key,
  counted_until timestamptz,
  told_at       timestamptz not null
);
