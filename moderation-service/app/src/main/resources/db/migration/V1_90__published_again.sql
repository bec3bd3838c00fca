-- What had no effect is published again, less and less often. Those that it concerns know what they have.
alter table outbox_published add column again smallint not null default 0;
alter table outbox_published add column again_at timestamptz;
