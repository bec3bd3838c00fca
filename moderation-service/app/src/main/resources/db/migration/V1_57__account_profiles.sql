-- What each account says about itself, as its connector last read it. An account that cannot be read has none.
create table account_profile (
  account text        primary key,                   -- id in district.yaml
  profile jsonb       not null,
  at      timestamptz not null
);

-- What the program read on a page stands among what people saw, without a user name.
comment on column register_record.by is 'a user name; empty for what the program read on the page';
