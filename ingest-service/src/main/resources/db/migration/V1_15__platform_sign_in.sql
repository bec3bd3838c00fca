-- What lies between the steps of a person's sign-in at a platform, by the order that each step came from: a program's
-- registration there, or the tokens to choose among. Sealed, for one place, and gone after ten minutes.
create table platform_sign_in (
  order_id uuid        primary key,
  sealed   bytea       not null,
  ends_at  timestamptz not null
);
