-- Who had a picture of a comment shown on the answer page, and when.
create table picture_look (
  look_id       uuid        primary key,
  attachment_id uuid        not null references evidence_attachment,
  person        text        not null,            -- id in district.yaml
  at            timestamptz not null
);
create index picture_look_by_person on picture_look (attachment_id, person, at);
