-- A picture that stood in the package was removed from the archive for good. One that was sent stays as it was sent; the files of
-- one that was not are removed, too.
alter table records_answer add column picture_removed boolean not null default false;
