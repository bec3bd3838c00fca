-- The rule of the records schedule by which a disposal was approved, as its certificate names it. Empty for disposals
-- before there were rules.
alter table disposal
  add column rule      text not null default '',
  add column kept      text not null default '',   -- ISO 8601, such as P7Y
  add column authority text not null default '',
  add column source    text not null default '',
  add column series    text not null default '';

-- What is kept, by the day on which something last happened to it: what becomes due by any schedule is a sum of these
-- rows. Counted by the month of first sight, together with kept_count.
create table kept_day (
  month    date        not null references kept_month,
  account  text        not null,
  kind     text        not null check (kind in ('allowed-comments', 'decided-cases')),
  last_day date        not null,                   -- in the district's time zone
  stays    text        not null,                   -- why it would not be disposed of; empty if it would
  holder   uuid,                                   -- the hold or request that keeps it
  freed    boolean     not null,                   -- whether it is kept by nothing else than that
  n        bigint      not null,
  oldest   timestamptz not null,                   -- by first sight
  newest   timestamptz not null,
  unique nulls not distinct (month, account, kind, last_day, stays, holder, freed)
);
create index kept_day_place on kept_day (account, kind);

-- When kept_day has a month; null until then, so that no page takes a month that is not counted for an empty one.
alter table kept_month add column days_at timestamptz;
