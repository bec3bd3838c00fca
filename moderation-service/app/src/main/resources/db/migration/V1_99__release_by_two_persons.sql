-- Where the district asks for it, the answer to a request for records takes two people. It cannot be undone, so that two
-- accounts of one maker can be tied as well.
alter table proposal drop constraint proposal_kind_check;
alter table proposal add constraint proposal_kind_check check (kind in
  ('delete-comment', 'block-author', 'dispose-records', 'lift-hold', 'publish-policy', 'change-access', 'reply',
    'release-records'));

create or replace function check_two_persons() returns trigger language plpgsql as $$
begin
  perform must_be_two_persons(to_jsonb(new) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[1],
    coalesce(to_jsonb(new) ->> 'kind' in ('delete-comment', 'dispose-records', 'change-access', 'release-records'), false));
  return new;
end $$;
