-- An acknowledgment of danger runs out, unless an outcome or a next step is given before.
alter table escalation_state add column until timestamptz;                      -- null if it never runs out
alter table escalation_state add column next_step text not null default '';     -- in the words of whoever has it

-- Who was told of an escalation. They may close it and hand it over; others acknowledge it first.
create table escalation_told (
  escalation_id uuid not null,
  person        text not null,                     -- a user name or an id in district.yaml
  case_id       uuid not null references review_case,
  primary key (escalation_id, person)
);
create index escalation_told_case on escalation_told (case_id, person);

-- From before this table: the history says it as "To <person> (<role>)."
insert into escalation_told (escalation_id, person, case_id)
select split_part(dedupe, '/', 2)::uuid, substring(detail from '^To (\S+) \('), case_id
from case_event
where kind = 'notice-sent'
  and actor = 'notifier'
  and dedupe ~ '^escalation/[0-9a-f-]{36}/'
  and detail ~ '^To \S+ \('
on conflict do nothing;
