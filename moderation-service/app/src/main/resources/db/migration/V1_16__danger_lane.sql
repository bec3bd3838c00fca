-- The danger lane: reviews that come first, with a clock. Outcome and urgency do not tell it: old comments that would have
-- been escalated are reviews that are urgent, too, and wait without a clock; and what was escalated has left the lane.
alter table review_case add column lane_since timestamptz;   -- since when it is in the lane; null where it is not

-- First what is escalated and needs an answer, at once and then soon. Then the lane, and all other cases.
alter table review_case alter column place set expression as
  (case when lane_since is not null then 2
        when urgency = 'immediate' then 0
        when set_back and outcome <> 'escalate' then 5
        when urgency = 'soon' and (outcome = 'escalate' or evidence) then 1
        when urgency = 'soon' then 3
        else 4 end);

-- What is in the lane is not folded with what is not.
alter table review_case alter column fold set expression as
  (case when state = 'open' and outcome <> 'escalate' and action_state <> 'failed' and words_key is not null
        then md5(account || e'\x1f' || building || e'\x1f' || category || e'\x1f' || clause || e'\x1f' || outcome
                 || e'\x1f' || language || e'\x1f'
                 || case when action_state in ('hide-held', 'hide-ordered', 'hidden') then 'hidden' else 'visible' end
                 || case when lane_since is not null then e'\x1fdanger-lane' else '' end
                 || e'\x1f' || words_key::text)::uuid
   end);

create index review_lane on review_case (place, opened_at, case_id) where state = 'open' and lane_since is not null;
analyze review_case;
