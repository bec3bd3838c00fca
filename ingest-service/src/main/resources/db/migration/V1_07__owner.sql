-- Several ingest services share the accounts. A row that is gone never comes back: who was away too long joins anew.
create table instance (
  instance uuid        primary key,
  joined   bigint      not null generated always as identity,
  place    text,                 -- the machine's boot and process namespace; null where the system does not tell
  process  text        not null, -- its id and start, by which others in the same place see whether it has ended
  until    timestamptz not null  -- it holds its accounts until then, and for longer unless another one takes them
);

-- Who reads an account, or several that share one allowance, and carries out their orders.
create table account_owner (
  unit        text        primary key,
  instance    uuid        references instance on delete set null,
  token       bigint      not null default 0, -- raised for each owner; what is written with an older one has no effect
  quiet_until timestamptz not null default '-infinity' -- an act of an owner that fell silent may be under way until then
);

-- The token of the owner that claimed the order last.
alter table action add column token bigint not null default 0;
