-- What was known of the posts before their versions were kept, or their first change would leave nothing of it. The version
-- is the same hash that the readers of posts make, over title, text and no pictures.
insert into post_version (account, post_id, observed_at, version, title, body, pictures, permalink, listed)
select p.account, p.post_id, now(),
  encode(substr(sha256(convert_to(p.title, 'UTF8') || '\x00' || convert_to(p.body, 'UTF8') || '\x00'), 1, 8), 'hex'),
  p.title, p.body, '{}', p.permalink, false
from post p
where p.title || p.body <> ''
  and not exists (
    select from post_version v
    where v.account = p.account
      and v.post_id = p.post_id);
