-- The queue reads its cases in one order by one index, under each filter by an index of its own. So a case holds copies
-- of what its filters need of the comment and of the revision that was judged.
alter table revision
  add column text_key  uuid,   -- the same for the same normalised text; null where nobody had to look
  add column words_key uuid;   -- the same for the same words in the same order
alter table review_case
  add column platform          text    not null default '',
  add column language          text    not null default '',
  add column text_key          uuid,
  add column words_key         uuid,
  add column set_back          boolean not null default false,  -- its text was marked harmless when others wrote it
  add column harmless_revision text;   -- the revision that a person marked harmless until it is edited

update review_case rc set platform = c.platform
from comment c where c.account = rc.account and c.comment_id = rc.comment_id;
update review_case rc set language = r.language
from revision r
where r.account = rc.account and r.comment_id = rc.comment_id and r.revision = rc.revision and r.language <> '';

-- The place in the queue, then by age. What was marked harmless before comes last, but never what must be acted on now.
alter table review_case add column place smallint not null generated always as
  (case when urgency = 'immediate' then 0
        when set_back and outcome <> 'escalate' then 3
        when urgency = 'soon' then 1
        else 2 end) stored;

-- Whether the policy hid it, or is about to, and nobody has confirmed that.
alter table review_case add column unconfirmed boolean not null generated always as
  (state = 'open' and outcome <> 'review' and action_state in ('hide-held', 'hide-ordered', 'hidden')) stored;

-- Open cases with the same fold are one row of the queue: the same words, judged alike, in the same place, and equally
-- visible. What is escalated and what failed is never folded away.
alter table review_case add column fold uuid generated always as
  (case when state = 'open' and outcome <> 'escalate' and action_state <> 'failed' and words_key is not null
        then md5(account || e'\x1f' || building || e'\x1f' || category || e'\x1f' || clause || e'\x1f' || outcome
                 || e'\x1f' || language || e'\x1f'
                 || case when action_state in ('hide-held', 'hide-ordered', 'hidden') then 'hidden' else 'visible' end
                 || e'\x1f' || words_key::text)::uuid
   end) stored;

create index review_open on review_case (place, opened_at, case_id) where state = 'open';
create index review_open_building on review_case (building, place, opened_at, case_id) where state = 'open';
create index review_open_account on review_case (account, place, opened_at, case_id) where state = 'open';
create index review_open_platform on review_case (platform, place, opened_at, case_id) where state = 'open';
create index review_open_category on review_case (category, place, opened_at, case_id) where state = 'open';
create index review_open_clause on review_case (clause, place, opened_at, case_id) where state = 'open';
create index review_open_language on review_case (language, place, opened_at, case_id) where state = 'open';
create index review_unconfirmed on review_case (place, opened_at, case_id) where unconfirmed;
create index review_failed on review_case (place, opened_at, case_id) where state = 'open' and action_state = 'failed';
create index review_fold on review_case (fold, place, opened_at, case_id) where fold is not null;
create index review_same_text on review_case (text_key) where state = 'open';
create index review_without_key on review_case (case_id) where state = 'open' and words_key is null;
drop index review_queue;
create index review_open_urgency on review_case (urgency, opened_at) where state = 'open';

-- Without it PostgreSQL takes these for independent, expects too few rows, and sorts rather than reads in order.
create statistics review_case_lists (dependencies, mcv) on state, unconfirmed, action_state, outcome from review_case;
analyze review_case;

-- Who looks at a case now. By this database's clock; a claim that is over is as good as none.
create table case_claim (
  case_id   uuid        primary key references review_case on delete cascade,
  user_name text        not null references console_user on delete cascade,
  picked    boolean     not null,             -- taken on purpose: opening another case does not give it up
  since     timestamptz not null default clock_timestamp(),
  until     timestamptz not null
);
create index case_claim_person on case_claim (user_name, until);

-- Filters that a person comes back to.
create table saved_view (
  user_name text    not null references console_user on delete cascade,
  name      text    not null,
  query     text    not null,                 -- as the address of the page carries it
  first     boolean not null default false,   -- what the queue opens with
  primary key (user_name, name)
);
create unique index saved_view_first on saved_view (user_name) where first;

-- Texts that a person found harmless: the same by others goes to the end of the queue for a while. Nothing is decided by it.
create table harmless_text (
  building  text        not null,
  category  text        not null,
  clause    text        not null,
  text_key  uuid        not null,
  marked_by text        not null,
  marked_at timestamptz not null default clock_timestamp(),
  until     timestamptz not null,
  primary key (text_key, building, category, clause)
);
