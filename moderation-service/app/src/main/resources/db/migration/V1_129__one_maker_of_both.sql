-- Two accounts of one maker are tied for everything that weighs: also for drafts that are published, lifted holds, blocks and
-- removed pictures. Replies, planned posts, the register and merged authors are everyday work that can be undone.
create or replace function check_two_persons() returns trigger language plpgsql as $$
begin
  perform must_be_two_persons(to_jsonb(new) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[1],
    coalesce(tg_argv[2] = 'grave', false)
      or tg_table_name = 'proposal' and to_jsonb(new) ->> 'kind' not in ('reply', 'merge-authors'));
  return new;
end $$;
drop trigger block_by_two_persons on author_block;
create trigger block_by_two_persons before update of approved_by on author_block for each row
  when (new.approved_by is not null and new.approved_by is distinct from old.approved_by)
  execute function check_two_persons('proposed_by', 'approved_by', 'grave');
drop trigger version_by_two_persons on document_version;
create trigger version_by_two_persons before insert on document_version for each row
  when (new.origin = 'console') execute function check_two_persons('proposed_by', 'approved_by', 'grave');
