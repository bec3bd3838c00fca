package hallmonitor.notifier.evidence.ledger;

/** A record as it was found, before anything is known to be right about it. */
public record UncheckedRecord(byte[] record, String hash, String link) {}
