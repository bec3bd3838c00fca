-- A ground as it was worded when it was given: a later edit of requests.yaml changes nothing that a requester was told.
create table records_request_ground (
  ground_no bigint generated always as identity primary key,
  exemption text   not null,                        -- its id in the file
  source    text   not null,
  address   text   not null,
  english   text   not null,
  spanish   text   not null,
  unique (exemption, source, address, english, spanish)
);
create trigger records_request_ground_is_kept before update or delete on records_request_ground
  for each statement execute function refuse_change();

-- What of an item the public does not get, and proposals that a person rejected. A row is written once; a redaction
-- that is removed keeps its row, with who removed it and when.
create table records_request_redaction (
  redaction_no bigint      generated always as identity primary key,
  item_no      bigint      not null references records_request_item,
  part         text        not null check (part in ('text', 'author', 'title', 'attachment')),
  from_at      int         not null default 0,      -- UTF-16 units of the text
  to_at        int         not null default 0,
  address      text        not null default '',     -- of the attachment; empty once disposed of
  text_hash    text        not null default '',     -- of the text in which it was chosen; empty once disposed of
  rule         text        not null default '',     -- that proposed it; empty if the person chose it
  state        text        not null check (state in ('confirmed', 'rejected', 'removed')),
  ground_no    bigint      references records_request_ground,
  answered_by  text        not null,                -- a user name
  answered_at  timestamptz not null default clock_timestamp(),
  removed_by   text        not null default '',
  removed_at   timestamptz,
  check (from_at >= 0 and to_at >= from_at and (part = 'text') = (to_at > from_at)),
  check ((state = 'rejected') = (ground_no is null)),
  check ((state = 'removed') = (removed_at is not null) and (removed_at is null) = (removed_by = ''))
);
create index records_request_redaction_of on records_request_redaction (item_no, from_at);

create function redaction_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> new.state and (old.state, new.state) <> ('confirmed', 'removed')
      or (old.redaction_no, old.item_no, old.part, old.from_at, old.to_at, old.rule, old.ground_no, old.answered_by,
        old.answered_at) is distinct from (new.redaction_no, new.item_no, new.part, new.from_at, new.to_at, new.rule,
        new.ground_no, new.answered_by, new.answered_at)
      or new.address not in (old.address, '') or new.text_hash not in (old.text_hash, '') then
    raise exception 'a redaction is only removed, or disposed of';
  end if;
  return new;
end $$;
create trigger records_request_redaction_is_kept before update or delete on records_request_redaction
  for each row execute function redaction_is_kept();

-- ground_no: null on what was withheld before this version; its words are those of the file.
-- redactions: how many are confirmed now. An item to redact without one is not done.
alter table records_request_item
  add column ground_no bigint references records_request_ground,
  add column redactions int not null default 0 check (redactions >= 0),
  add check (ground_no is null or state = 'withhold'),
  add check (state <> 'release' or redactions = 0);
