-- The queue is narrowed by urgency, too, in its order.
create index review_open_urgency_place on review_case (urgency, place, opened_at, case_id) where state = 'open';
analyze review_case;
