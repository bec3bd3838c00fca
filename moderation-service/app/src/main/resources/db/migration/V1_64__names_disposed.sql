-- Names in blocks made by hand and in attestations are disposed of as other records are: by two people, with an approval.
alter table disposal drop constraint disposal_kind_check;
alter table disposal add constraint disposal_kind_check
  check (kind in ('allowed-comments', 'decided-cases', 'hand-blocks', 'attestations'));

alter table hand_block add column disposal_id uuid references disposal;

alter table attestation
  add column attestation_id uuid not null default gen_random_uuid() unique,
  add column disposal_id    uuid references disposal;

-- What was attested to, and when, stays; only the person may go, with a disposal.
create function check_attestation() returns trigger language plpgsql as $$
begin
  old.person := new.person;
  old.name := new.name;
  old.disposal_id := new.disposal_id;
  if old is distinct from new or new.disposal_id is null or new.name <> ''
      or new.person <> 'disposed:' || new.attestation_id then
    raise exception 'rows of attestation are only ever added';
  end if;
  return new;
end $$;
drop trigger attestation_is_append_only on attestation;
create trigger attestation_is_append_only before delete on attestation
  for each statement execute function refuse_change();
create trigger attestation_stays before update on attestation for each row execute function check_attestation();
