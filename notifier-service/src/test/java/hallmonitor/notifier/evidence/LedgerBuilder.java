package hallmonitor.notifier.evidence;

import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.evidence.ledger.ClockReading;
import hallmonitor.notifier.evidence.ledger.LedgerLine;
import hallmonitor.notifier.evidence.ledger.Salt;
import hallmonitor.notifier.evidence.ledger.Sealed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A ledger without a database. */
public final class LedgerBuilder {
  private static final Instant START = Instant.parse("2026-11-24T18:30:05.123456Z");

  private final List<Sealed> records = new ArrayList<>();
  private Sealed.Head head = Sealed.Head.EMPTY;

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

  public LedgerBuilder with(Entry entry) {
    Instant now = START.plusSeconds(records.size());
    Sealed sealed =
        Sealed.next(
            head,
            new Sealed.Matter(
                entry.id(),
                entry.caseId(),
                entry.kind(),
                EventJson.write(entry.content()),
                new ClockReading(entry.at(), "whoever reported it"),
                new ClockReading(now, "the database server")),
            new Sealed.SealingClock(
                new ClockReading(now.plusMillis(20), "the notifier on maple"), "yes"),
            Salt.random());
    head = sealed.head();
    records.add(sealed);
    return this;
  }

  public List<Sealed> records() {
    return List.copyOf(records);
  }

  public Sealed.Head head() {
    return head;
  }

  public static byte[] lines(List<Sealed> records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      for (Sealed record : records) {
        LedgerLine.write(record, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
