-- The language of a revision that a person may have to look at; empty where it cannot be told, or nobody looked.
alter table revision add column language text not null default ''
  check (language in ('', 'en', 'es', 'en+es', 'other'));
