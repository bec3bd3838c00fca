-- SHA-256 of each kept picture and frame, in hexadecimal, as in picture_reading: an answer to a request compares those that go
-- out with those that are left out, and reads no picture for it. A trigger fills it, also for an older service that writes
-- beside this version. Empty where no picture is kept, and for those kept before, which are read for each answer: to read all of
-- them here would keep every table locked meanwhile.
alter table comment_picture add column content_key text not null default '';
alter table post_picture add column content_key text not null default '';

create function picture_has_content_key() returns trigger language plpgsql as $$
begin
  new.content_key := coalesce(encode(sha256(new.content), 'hex'), '');
  return new;
end $$;
create trigger comment_picture_has_content_key before insert or update of content on comment_picture
  for each row execute function picture_has_content_key();
create trigger post_picture_has_content_key before insert or update of content on post_picture
  for each row execute function picture_has_content_key();

-- The pictures and videos of an item of a request, by their place in it, from 1. A deletion has none of its own, so those of the
-- last text count, as in its record. What is known of each: words that were read in it, and the SHA-256 of all bytes that were
-- read or are kept, of a video those of its frames, too.
create function records_item_pictures(item bigint) returns table (place int, url text, url_key text, words text, content_keys text[])
language sql stable as $$
  select cast(a.place as int), a.url, u.url_key, coalesce(w.words, ''),
    array(
      select w.content_key where w.content_key <> ''
      union
      select coalesce(nullif(c.content_key, ''), encode(sha256(c.content), 'hex')) from comment_picture c
      where i.kind <> 'post' and c.account = i.account and c.comment_id = i.item_id
        and (c.url_key = u.url_key or c.video_key = u.url_key)
      union
      select coalesce(nullif(p.content_key, ''), encode(sha256(p.content), 'hex')) from post_picture p
      where i.kind = 'post' and p.account = i.account and p.post_id = i.item_id and p.url_key = u.url_key
        and p.content is not null
      order by 1)
  from records_request_item i
  cross join lateral (
    select case when i.kind = 'post' then (
      select pv.pictures from post_version pv
      where pv.account = i.account and pv.post_id = i.item_id and pv.version = i.revision
      order by pv.observed_at limit 1)
    else (
      select rv.attachments from revision rv
      where rv.account = i.account and rv.comment_id = i.item_id
        and case when i.kind = 'deletion' then rv.kind <> 'deleted' else rv.revision = i.revision end
      order by rv.observed_at desc limit 1) end as addresses) s
  cross join lateral unnest(s.addresses) with ordinality as a(url, place)
  cross join lateral (
    select left(encode(sha256(convert_to(a.url, 'UTF8')), 'hex'), 32) as url_key) u
  left join picture_reading w
    on i.kind <> 'post' and w.account = i.account and w.comment_id = i.item_id and w.url_key = u.url_key
  where i.item_no = $1
$$;
