-- An author's comments, and those of one author under one post by time. The author comes first, so that no other index
-- of this table can answer a search for one author's newest comments: where the planner knew nothing of a new post, it
-- read all of the post's comments for each author.
drop index comment_hand;
create index comment_by_author on comment (author_key, account, post_id, first_seen_at);
