-- Every file of the district is a document; which there are, the service knows.
alter table document_version drop constraint document_version_document_check;
alter table document_version add check (document ~ '^[a-z-]+$');
alter table document_draft drop constraint document_draft_document_check;
alter table document_draft add check (document ~ '^[a-z-]+$');
