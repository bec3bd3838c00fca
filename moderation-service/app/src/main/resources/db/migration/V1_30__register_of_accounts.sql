-- The register: every account of the district, connected, planned, or only reported.
create table register_entry (
  entry_id      uuid        primary key,
  account       text        unique,                  -- id in district.yaml; null if it is not connected
  name          text        not null check (name <> ''),
  platform      text        not null,
  address       text        not null default '',
  kind          text        not null check (kind in ('classroom', 'school', 'school-based-group', 'district')),
  building      text        not null,                -- id in district.yaml; empty while no one knows
  purpose       text        not null default '',
  administrator text        not null default '',     -- id in district.yaml, or a name
  deputy        text        not null default '',
  state         text        not null check (state in ('requested', 'reported', 'registered', 'refused', 'closed')),
  filed_by      text        not null default '',     -- a user name; empty if it came from district.yaml
  filed_at      timestamptz not null default clock_timestamp(),
  decided_by    text,
  decided_at    timestamptz,
  reason        text        not null default '',
  check ((decided_by is null) = (decided_at is null))
);
create index register_entry_building on register_entry (building);
create index register_entry_filed on register_entry (filed_by);

-- What a person saw or confirmed. The newest of a demand counts.
create table register_record (
  record_id bigint      generated always as identity primary key,
  entry_id  uuid        not null references register_entry,
  demand    text        not null,
  good      boolean     not null,
  seen      text        not null check (seen <> ''),
  on_day    date        not null,
  by        text        not null,                    -- a user name
  at        timestamptz not null default clock_timestamp()
);
create index register_record_latest on register_record (entry_id, demand, on_day desc, record_id desc);
create trigger register_record_is_append_only before update or delete or truncate on register_record
  for each statement execute function refuse_change();

-- Who holds the password of an account, besides its administrator. Someone who left keeps a row, before and after the change.
create table register_holder (
  holder_id  bigint generated always as identity primary key,
  entry_id   uuid   not null references register_entry,
  person     text   not null check (person <> ''),   -- id in district.yaml, or a name
  since      date   not null,
  left_on    date   check (left_on >= since),
  rotated_on date   check (rotated_on >= left_on)
);
create unique index register_holder_now on register_holder (entry_id, person) where left_on is null;

-- What a person was last mailed of.
create table register_letter (
  person  text        primary key,                   -- id in district.yaml
  gaps    text[]      not null,
  told_at timestamptz not null
);
