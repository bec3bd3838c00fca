package hallmonitor.notifier.evidence;

import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.evidence.ledger.ClockTime;
import hallmonitor.notifier.evidence.ledger.LedgerLine;
import hallmonitor.notifier.evidence.ledger.Salt;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A ledger without a database. */
public final class LedgerBuilder {
  private static final Instant START = Instant.parse("2026-11-24T18:30:05.123456Z");

  private final List<SealedRecord> records = new ArrayList<>();
  private SealedRecord.Head head = SealedRecord.Head.EMPTY;

  public static LedgerBuilder aLedger() {
    return new LedgerBuilder();
  }

  public static LedgerBuilder aLedgerOf(int records) {
    LedgerBuilder ledger = new LedgerBuilder();
    for (int n = 1; n <= records; n++) {
      ledger.with(LedgerRoom.anEntry(n));
    }
    return ledger;
  }

  public LedgerBuilder with(EvidenceEntry entry) {
    Instant now = START.plusSeconds(records.size());
    SealedRecord sealed =
        SealedRecord.next(
            head,
            new SealedRecord.Matter(
                entry.id(),
                entry.caseId(),
                entry.kind(),
                EventJson.write(entry.content()),
                new ClockTime(entry.at(), "the person or service that reported it"),
                new ClockTime(now, "the database server")),
            new SealedRecord.SealingClock(
                new ClockTime(now.plusMillis(20), "the notifier on maple"), "yes"),
            Salt.random());
    head = sealed.head();
    records.add(sealed);
    return this;
  }

  public List<SealedRecord> records() {
    return List.copyOf(records);
  }

  public SealedRecord.Head head() {
    return head;
  }

  public static byte[] lines(List<SealedRecord> records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      for (SealedRecord record : records) {
        LedgerLine.write(record, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
