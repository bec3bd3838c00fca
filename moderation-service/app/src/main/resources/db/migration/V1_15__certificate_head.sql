-- The certificate's first lines as they were when it was made: its hash stands in the audit log, and a later version of the
-- program may word them otherwise.
alter table disposal add column certificate_head text;
alter table disposal add check ((ended_at is null) = (certificate_head is null)) not valid;
