-- The answer to a request for records: its letter, the package that is made of what is released, and the links to it.

-- The letter while it is written; names in braces are filled in when the package is made.
create table records_answer_letter (
  request_id uuid        primary key references records_request,
  words      text        not null,
  version    int         not null default 1,
  changed_by text        not null,                  -- a user name
  changed_at timestamptz not null default clock_timestamp()
);

-- What an answer rests on: another decision about any item, or another redaction, gives another hash.
create function records_request_decisions(request uuid) returns text
language sql stable as $$
  select coalesce(md5(string_agg(item_no || ' ' || version || ' ' || state, ',' order by item_no)), '')
  from records_request_item where request_id = $1
$$;

create table records_answer (
  answer_id   uuid        primary key,
  request_id  uuid        not null references records_request,
  letter      text        not null,                 -- as it stands in the package; paragraphs with empty lines between
  decisions   text        not null,                 -- by the function above, when it was begun
  asked_by    text        not null,                 -- a user name
  asked_at    timestamptz not null default clock_timestamp(),
  state       text        not null default 'making'
    check (state in ('making', 'checking', 'signing', 'packing', 'ready', 'leaking', 'outdated', 'failed')),
  items       bigint      not null,
  done        bigint      not null default 0,
  place       bigint      not null default 0,       -- the number of the item after which it goes on
  files       int         not null default 0,       -- PDF files so far
  faults      int         not null default 0,       -- in a row
  next_at     timestamptz not null default clock_timestamp(), -- later after a fault
  list_sha256 text        not null default '',      -- of the list of files that is signed
  signature   text        not null default '',      -- the file with the signature
  signer      text        not null default '',      -- the public key, as PEM
  bytes       bigint      not null default 0,       -- of the whole package
  sha256      text        not null default '',
  ended_at    timestamptz,
  check ((state in ('ready', 'leaking', 'outdated', 'failed')) = (ended_at is not null)),
  check ((state = 'ready') = (sha256 <> ''))
);
create unique index records_answer_in_work on records_answer (request_id)
  where state in ('making', 'checking', 'signing', 'packing');
create index records_answer_of on records_answer (request_id, asked_at);

-- The files of the package, while it is made: each in pieces, so that a restart goes on and no file must fit into memory.
create table records_answer_piece (
  answer_id uuid   not null references records_answer on delete cascade,
  file      text   not null,
  piece     bigint not null,
  content   bytea  not null,
  primary key (answer_id, file, piece)
);

-- The package as a .zip, in order.
create table records_answer_part (
  answer_id uuid  not null references records_answer on delete cascade,
  number    int   not null,
  content   bytea not null,
  primary key (answer_id, number)
);

-- Words of an item that must not go out, found in the package. Never the words.
create table records_answer_leak (
  answer_id uuid   not null references records_answer on delete cascade,
  item_no   bigint not null,                        -- whose words they are
  place     text   not null,                        -- where they stand: letter, item N, or the name of a file
  primary key (answer_id, item_no, place)
);

-- What a person looks at who allows words of an item in a place: it changes with each decision and redaction of the item,
-- and with the item or the letter where they stand.
create function records_answer_looked(answer uuid, item bigint, place text) returns text
language sql stable as $$
  select (select version from records_request_item where item_no = $2) || ' ' || case
    when $3 = 'letter' then (select md5(letter) from records_answer where answer_id = $1)
    when $3 like 'item %' then (select version::text from records_request_item where item_no = substr($3, 6)::bigint)
    else '' end
$$;

-- A person looked: the same words may stand there.
create table records_answer_pass (
  request_id uuid        not null references records_request,
  item_no    bigint      not null,
  place      text        not null,
  looked     text        not null,                  -- by the function above; a pass counts for that only
  passed_by  text        not null,                  -- a user name
  passed_at  timestamptz not null default clock_timestamp(),
  primary key (request_id, item_no, place)
);

create table records_delivery (
  delivery_id uuid        primary key,
  answer_id   uuid        not null references records_answer on delete cascade,
  token_hash  text        not null unique,
  made_by     text        not null,                 -- a user name
  made_at     timestamptz not null default clock_timestamp(),
  expires_at  timestamptz not null,
  revoked_at  timestamptz,
  downloads   int         not null default 0,
  check (made_at < expires_at)
);
create index records_delivery_of on records_delivery (answer_id);

alter table appeal_try drop constraint appeal_try_kind_check;
alter table appeal_try add constraint appeal_try_kind_check
  check (kind in ('send', 'send-by-name', 'look', 'request', 'request-near', 'request-all', 'request-look', 'request-file')
    or kind ~ '^tip-(look|public|school|staff)(:.*)?$' or kind ~ '^connect-(look|send)(:.*)?$');
