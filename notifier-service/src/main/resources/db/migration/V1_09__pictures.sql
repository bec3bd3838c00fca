-- Where an attachment's bytes are and what they are, for the answer page. Null for those kept before this column.
alter table evidence_attachment add column sha256 text;
alter table evidence_attachment add column media_type text;
