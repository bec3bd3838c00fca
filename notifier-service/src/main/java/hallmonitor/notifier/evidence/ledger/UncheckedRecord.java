package hallmonitor.notifier.evidence.ledger;

/** A record as found, before any check. */
public record UncheckedRecord(byte[] record, String hash, String link) {}
