-- Which page, channel or profile a credential was for when it was stored, as the platform said; a renewal must be for the
-- same. Null if the platform names none, and for credentials from before.
alter table sealed_credential
  add column identity_id text,
  add column identity_name text,
  add constraint sealed_credential_identity check ((identity_id is null) = (identity_name is null));
