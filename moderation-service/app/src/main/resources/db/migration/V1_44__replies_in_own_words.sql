-- Replies in a person's own words have no template, and each text is posted once for a case. A reply that a second
-- person must approve waits as 'proposed'; its proposal's subject is the reply's action_id.
alter table case_reply drop constraint case_reply_state_check;
alter table case_reply add constraint case_reply_state_check
  check (state in ('proposed', 'refused', 'ordered', 'posted', 'failed'));
alter table case_reply add column objections text not null default '';  -- numbers of the clauses that hold for its text
drop index case_reply_once;
create unique index case_reply_once on case_reply (case_id, template)
  where template <> '' and state not in ('failed', 'refused');
create unique index case_reply_once_own on case_reply (case_id, md5(text))
  where template = '' and text <> '' and state not in ('failed', 'refused');

alter table proposal drop constraint proposal_kind_check;
alter table proposal add constraint proposal_kind_check check (kind in
  ('delete-comment', 'block-author', 'dispose-records', 'lift-hold', 'publish-policy', 'change-access', 'reply'));
