-- Since which version of a case nothing changed for whoever decides on it. The platform's answers to our own orders
-- count as versions, too, and are what people saw coming.
alter table review_case add column same_since integer not null default 0;
update review_case set same_since = version where version > 0;
