-- What was read in a picture of a comment is searched with each revision that shows it. It is read after the revision was
-- archived, so the revision is added to the index again.
create function words_in_pictures_are_searched() returns trigger language plpgsql as $$
begin
  insert into search_due (from_at, until_at)
  select judged_at, judged_at from revision
  where account = new.account and comment_id = new.comment_id and new.url = any(attachments);
  return null;
end $$;
create trigger picture_is_searched after update of words on picture_reading
  for each row when (old.words <> new.words) execute function words_in_pictures_are_searched();

-- What was read before.
insert into search_due (from_at, until_at, history)
select distinct r.judged_at, r.judged_at, true
from picture_reading p join revision r using (account, comment_id)
where p.words <> '' and p.url = any(r.attachments);
