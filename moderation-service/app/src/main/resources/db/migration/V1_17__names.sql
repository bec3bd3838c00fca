-- What names people write under where a revision was written: shown, handles or free. Null for revisions whose event did
-- not say; for these the platform's default holds.
alter table revision add column names text;
