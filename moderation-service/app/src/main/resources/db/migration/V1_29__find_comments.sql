-- The newest comments of all accounts, and the comment or post that a link names. A link can be longer than an entry of
-- a b-tree.
create index comment_newest on comment (first_seen_at desc, account, comment_id);
create index comment_permalink on comment using hash (permalink);
create index post_permalink on post using hash (permalink);
