-- What people asked for on the answer page, decided once each.
create table asked_action (
  ask_id   uuid        primary key,
  case_id  uuid        not null references review_case,
  taken_at timestamptz not null default clock_timestamp()
);
