-- Where each account's credential may be sent: to what first asked for it, and never anywhere else.
create table credential_destination (
  credential text primary key,
  platform text not null,
  origin text not null,
  first_used_at timestamptz not null
);
