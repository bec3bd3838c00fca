-- How the ingest service takes credentials, as it last said.
create table credential_reception (
  one       boolean     primary key default true check (one),
  reception jsonb       not null,
  at        timestamptz not null
);

-- What people connect: an account that district.yaml does not have yet, or another credential for one that it has.
-- No secret is ever here; the one of an order is encrypted, and lies in the outbox only until it is published.
create table connection (
  connection_id uuid        primary key,
  account       text        not null,               -- id in district.yaml, now or soon
  name          text        not null check (name <> ''),
  platform      text        not null,
  address       text        not null,               -- where the credential goes
  credential    text        not null,               -- its name in district.yaml
  building      text        not null,
  kind          text        not null,
  administrator text        not null,               -- id in district.yaml
  renewal       boolean     not null,               -- whether district.yaml has the account already
  begun_by      text        not null,               -- a user name
  begun_at      timestamptz not null default clock_timestamp(),
  order_id      uuid,                               -- the newest order; its result is the one that counts
  ordered_by    text,                               -- a user name, or 'invitation'
  ordered_at    timestamptz,
  result        jsonb,                              -- null while the order waits
  filed_in      bigint,                             -- the draft of district.yaml that has the account
  ended_at      timestamptz,
  check ((order_id is null) = (ordered_by is null) and (order_id is null) = (ordered_at is null)),
  check (order_id is not null or result is null)
);
create unique index connection_order on connection (order_id);
create index connection_under_way on connection (begun_at) where ended_at is null;
