-- The district's guidelines for staff, who has attested to them, and who was asked to.

-- Every published text stays: an attestation names the one that was read.
create table guidance_version (
  version      bigint      generated always as identity primary key,
  english      text        not null check (english <> ''),
  spanish      text        not null check (spanish <> ''),
  published_by text        not null,                -- a user name; empty for the text that ships
  published_at timestamptz not null default clock_timestamp()
);
create trigger guidance_version_is_append_only before update or delete on guidance_version
  for each statement execute function refuse_change();

-- Staff beside the people in district.yaml and those who may sign in.
create table staff_member (
  staff_id   uuid        primary key,
  building   text        not null,                  -- id in district.yaml; empty for the district's offices
  name       text        not null check (name <> ''),
  email      text        not null check (email <> ''),
  language   text        not null check (language in ('en', 'es')),
  added_by   text        not null,
  added_at   timestamptz not null default clock_timestamp(),
  removed_by text,
  removed_at timestamptz,
  check ((removed_by is null) = (removed_at is null))
);
create unique index staff_member_email on staff_member (lower(email)) where removed_at is null;

create table attestation (
  person      text        not null,                 -- the email in small letters, or user: and a user name
  school_year date        not null,                 -- its first day
  version     bigint      not null references guidance_version,
  name        text        not null,
  building    text        not null,
  way         text        not null check (way in ('console', 'link')),
  attested_at timestamptz not null default clock_timestamp(),
  primary key (person, school_year, version)
);
create trigger attestation_is_append_only before update or delete on attestation
  for each statement execute function refuse_change();

-- Nobody is mailed before an administrator asks, once for a school year.
create table attestation_round (
  school_year date        primary key,
  due_on      date        not null,
  asked_by    text        not null,
  asked_at    timestamptz not null default clock_timestamp()
);

create table attestation_letter (
  person      text        not null,
  school_year date        not null,
  told_at     timestamptz not null,
  primary key (person, school_year)
);
