-- Comments whose pictures were read after their last verdict count for the day of that verdict.
create index revision_first_judged on revision (first_judged_at) where first_outcome is null and first_judged_at is not null;
-- When that verdict was given, if it was one of a second look; else first_judged_at says it.
alter table revision add column counted_from timestamptz;
create index revision_counted_from on revision (counted_from) where counted_from is not null;

-- Such times that are new: their days are counted again.
create table count_due (
  id        bigint      generated always as identity primary key,
  judged_at timestamptz not null
);
