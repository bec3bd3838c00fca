-- What a later comment is compared with; see fold in escalation.yaml. Among thousands of open conversations of one category
-- and building, those like a comment are found without reading the others.
create index conversation_open_by_post on conversation (post, account, category, building)
  where state in ('waiting', 'listed');
create index conversation_open_by_author on conversation (author, account, category, building)
  where state in ('waiting', 'listed');
create index conversation_open_by_text on conversation (text_hash, account, category, building)
  where state in ('waiting', 'listed');
-- Before the first statistics the planner would prefer the index over account, category and building, and read them all.
-- Without it those that are not closed are still counted by an index.
drop index conversation_open;
create index conversation_not_closed on conversation (opened_at) where state <> 'closed';
