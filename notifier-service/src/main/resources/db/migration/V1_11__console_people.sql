-- The names of the console's people, as its events say them, for mails and pages: nobody reads user names there.
create table console_person (
  user_name text primary key,
  name      text not null
);
