-- Still frames of a video of a comment stand beside its pictures. The key of a frame is that of the video, a t and the second, so
-- that it is no picture's. The video itself is not kept.
alter table comment_picture
  add column video_key text,                          -- url_key of the video; absent for a picture
  add column second    int,                           -- of the video, from 0
  add constraint comment_picture_frame check ((video_key is null) = (second is null));
