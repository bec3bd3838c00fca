-- Packages of evidence that people asked for. The notifier makes them; the file arrives in parts, encrypted for the key
-- of its row. When its time is over, key and parts are removed: what copies elsewhere still hold then opens with nothing.
create table evidence_package (
  order_id    uuid        primary key,
  case_id     uuid        not null references review_case,
  students    integer,                                    -- how many are left out; null for a full package
  purpose     text        not null check (purpose in ('police', 'attorney', 'records-request', 'other')),
  words       text        not null,                       -- its number, or what it is for
  asked_by    text        not null,
  asked_at    timestamptz not null default clock_timestamp(),
  key         text,                                       -- the private key of the file
  answer      jsonb,                                      -- that it was made, or why not
  answered_at timestamptz,
  gone_at     timestamptz,
  check ((key is null) = (gone_at is not null))
);
create index evidence_package_case on evidence_package (case_id, asked_at desc);
create index evidence_package_due on evidence_package (coalesce(answered_at, asked_at)) where gone_at is null;

create table evidence_package_part (
  order_id uuid    not null references evidence_package,
  number   integer not null,
  sealed   text    not null,
  primary key (order_id, number)
);

-- How the ledger stands, as the notifier told it last.
create table evidence_ledger_seen (
  one  boolean     primary key default true check (one),
  seen jsonb       not null,
  at   timestamptz not null
);

-- Verifications that people asked for: of the ledger, or of a file that they uploaded.
create table evidence_verification (
  order_id    uuid        primary key,
  file_name   text,                                       -- null for the ledger
  asked_by    text        not null,
  asked_at    timestamptz not null default clock_timestamp(),
  progress    jsonb,
  answer      jsonb,
  answered_at timestamptz
);
create index evidence_verification_newest on evidence_verification (asked_at desc);
