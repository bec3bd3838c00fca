revoke all on evidence_ledger, evidence_blob from {notifier};
grant usage on schema evidence to {notifier};
grant select, insert on evidence_ledger, evidence_blob to {notifier};
reset role;
reset search_path;
