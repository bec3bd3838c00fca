-- The console lists decided cases by the time of the decision.
create index review_case_decided on review_case ((coalesce(decided_at, opened_at)) desc, case_id desc)
  where state <> 'open';
