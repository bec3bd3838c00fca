-- Videos wait in a line of their own, so that no picture waits for one. What a site sends first says that it is a video.
alter table picture_reading
  add column video      boolean not null default false,
  add column looks      int     not null default 0,   -- how often taking frames was begun; counted before the attempt
  add column asking     boolean not null default false; -- its host is being asked, while it is claimed

-- Fetches for the pictures and videos of comments stand here, too. The name is from before. picture_reading.fetched_bytes, which
-- counted them, is no longer written.
alter table post_picture_fetch
  add column kind text not null default 'post' check (kind in ('post', 'picture', 'video'));
