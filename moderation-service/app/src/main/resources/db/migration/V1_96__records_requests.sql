-- Requests for public records: who asked for what, by when it must be answered, and what was done.
create table records_request (
  request_id     uuid        primary key,
  year           int         not null,
  position       int         not null check (position > 0),
  code           text        not null,              -- what a requester reads out on the phone; 12 signs
  status_hash    text        unique,                -- of the token in the link to the status; null if it came otherwise
  way            text        not null check (way in ('form', 'mail', 'email', 'in-person', 'phone', 'fax')),
  requester      text        not null,
  contact        text        not null,
  words          text        not null,
  language       text        not null check (language in ('en', 'es')),
  commercial     boolean     not null,
  arrived_at     timestamptz not null,
  received_on    date        not null,              -- the day that counts, by the statute
  statute        text        not null,              -- the state by whose law the deadline was computed
  first_due      date        not null,
  due            date        not null,
  fixed          boolean     not null,              -- the statute knows no extension of it
  reason         text        not null default '',   -- why it was extended: the id of a reason of the statute
  state          text        not null default 'received'
    check (state in ('received', 'in-review', 'answered', 'withdrawn', 'closed')),
  worker         text        not null default '',   -- a user name; empty for nobody
  answered_at    timestamptz,
  closed_at      timestamptz,
  held_until     timestamptz,                       -- what it found is held until then; null as long as it is not closed
  version        int         not null default 0,
  changed_at     timestamptz not null default clock_timestamp(),
  disposal_id    uuid        references disposal,
  unique (year, position),
  check (received_on < first_due and first_due <= due),
  check ((due > first_due) = (reason <> '')),
  check ((state = 'closed') = (closed_at is not null)),
  check ((closed_at is null) = (held_until is null))
);
create index records_request_running on records_request (due) where state in ('received', 'in-review');
create index records_request_changed on records_request (changed_at);

-- The latest number of each year. Numbers have no gaps, because the row is locked until the request is there.
create table records_request_year (
  year   int primary key,
  latest int not null
);

create table records_request_event (
  event_id   bigint      generated always as identity primary key,
  request_id uuid        not null references records_request,
  at         timestamptz not null default clock_timestamp(),
  actor      text        not null,                  -- a user name; empty for the requester
  kind       text        not null,
  detail     text        not null
);
create index records_request_event_of on records_request_event (request_id, event_id);

-- Who was reminded of what: of a deadline that comes, of one that is over once for each business day, of a new request,
-- and each month of one that was answered or withdrawn, and not closed.
create table records_request_letter (
  request_id uuid not null references records_request,
  user_name  text not null,
  about      text not null check (about in ('new', 'soon', 'late', 'unclosed')),
  day        date not null,
  told_at    timestamptz not null default clock_timestamp(),
  primary key (request_id, user_name, about, day)
);
create index records_request_letter_told on records_request_letter (user_name, about, told_at);

alter table disposal drop constraint disposal_kind_check;
alter table disposal add constraint disposal_kind_check
  check (kind in ('allowed-comments', 'decided-cases', 'hand-blocks', 'attestations', 'records-requests'));

-- The public form counts its requests and lookups for themselves.
alter table appeal_try drop constraint appeal_try_kind_check;
alter table appeal_try add constraint appeal_try_kind_check
  check (kind in ('send', 'send-by-name', 'look', 'request', 'request-near', 'request-all', 'request-look')
    or kind ~ '^tip-(look|public|school|staff)(:.*)?$' or kind ~ '^connect-(look|send)(:.*)?$');
