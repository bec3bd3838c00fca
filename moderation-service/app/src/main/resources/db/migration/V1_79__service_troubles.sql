-- What moderation itself tells people about the other services, and who was told. The notifier keeps a book of its own.
create table service_trouble (
  trouble_id uuid        primary key default gen_random_uuid(),
  subject    text        not null,                   -- silent/notifier, broker or untold
  why        text        not null,
  began_at   timestamptz not null,
  ended_at   timestamptz,
  returns    integer     not null default 0          -- how often it came back within an hour of its end
);
create unique index service_trouble_standing on service_trouble (subject) where ended_at is null;

-- Nobody is told twice of the same round. Round 0 is the beginning; -1 is the end.
create table service_trouble_told (
  trouble_id uuid        not null references service_trouble,
  person     text        not null,                   -- id in district.yaml
  round      integer     not null,
  told_at    timestamptz not null,
  primary key (trouble_id, person, round)
);
