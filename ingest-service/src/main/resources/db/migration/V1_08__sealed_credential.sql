-- Credentials of accounts, encrypted with a key that is not in the database (the secret credential-key).
create table sealed_credential (
  name text primary key,
  platform text not null,
  origin text not null,
  sealed bytea not null,
  stored_at timestamptz not null
);
