-- What others did on the platform against what a person or the policy wants, and whether the policy has hidden it again.
alter table review_case add column disagreement text not null default 'none'
  check (disagreement in ('none', 'shown', 'hidden'));
alter table review_case add column hidden_again boolean not null default false;

-- An order may also be undone by others, of which people are told like of one that failed.
alter table ordered_action drop constraint ordered_action_state_check;
alter table ordered_action add constraint ordered_action_state_check check (state in
  ('held', 'ordered', 'retrying', 'taken', 'failed', 'cancelled', 'undone'));
drop index ordered_action_undone_danger;
create index ordered_action_undone_danger on ordered_action (ordered_at)
  where urgency = 'danger' and action = 'hide' and told_at is null
    and state in ('ordered', 'retrying', 'failed', 'undone');
