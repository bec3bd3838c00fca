-- How many attempts in a row came to no end, because the process ended. After the third it is not fetched again.
alter table evidence_attachment add column deaths int not null default 0;
create index evidence_attachment_deadly on evidence_attachment (deaths) where state = 'failed' and deaths > 0;
