package hallmonitor.notifier.evidence.sealing;

import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.messaging.Worker;
import hallmonitor.notifier.evidence.ledger.Salt;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Seals waiting entries. A batch's records, the events about its captures, the links to fetch and
 * the marks on its entries form one transaction: a process that dies during it has sealed nothing,
 * and the next one seals the same entries once. Only one of several sealers on a schema works at a
 * time.
 */
public final class Sealer implements AutoCloseable {
  private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

  private final Jdbi database;
  private final SystemClock clock;
  private final String captures;
  private final AfterSeal after;
  private final Worker worker = new Worker("evidence sealer", this::sealOrForget).essential();
  private long forgotAt = System.nanoTime() - FORGET_EVERY.toNanos();

  /** Follow-up work of a batch. */
  public interface AfterSeal {
    /** Called in the batch's transaction. */
    void sealed(Handle transaction, SealedRecord.Matter matter);

    /** Called after its commit. */
    void committed(int records);
  }

  /**
   * Creates a sealer.
   *
   * @param captures the kind of entries that are published once sealed
   */
  public Sealer(Jdbi database, SystemClock clock, String captures, AfterSeal after) {
    this.database = database;
    this.clock = clock;
    this.captures = captures;
    this.after = after;
  }

  public Sealer start() {
    worker.start();
    return this;
  }

  /** Signals that entries may wait; without it the sealer checks every second. */
  public void wake() {
    worker.wake();
  }

  /** Returns what prevents sealing, in words; empty if nothing does. */
  public Optional<String> fault() {
    return worker.fault();
  }

  public boolean alive() {
    return worker.alive();
  }

  /** Returns how long the oldest entry has waited, in seconds; 0 if none waits. */
  public static double oldestSeconds(Jdbi database) {
    return database.withHandle(UnsealedEntry::oldestSeconds);
  }

  private Duration sealOrForget() {
    if (sealSome()) {
      return Duration.ZERO;
    }
    forget();
    return Worker.IDLE;
  }

  /**
   * Seals one batch.
   *
   * @return whether there may be more
   */
  boolean sealSome() {
    int[] sealed = {0};
    boolean some =
        database.inTransaction(
            transaction -> {
              if (!leads(transaction)) {
                return false;
              }
              List<UnsealedEntry> waiting = UnsealedEntry.some(transaction);
              if (waiting.isEmpty()) {
                return false;
              }
              sealed[0] = seal(transaction, waiting);
              return true;
            });
    if (some) {
      after.committed(sealed[0]);
    }
    return some;
  }

  private int seal(Handle transaction, List<UnsealedEntry> waiting) {
    List<UUID> ids = waiting.stream().map(w -> w.matter().entry()).toList();
    Set<UUID> known = new HashSet<>(Ledger.known(transaction, ids));
    List<UnsealedEntry> fresh =
        waiting.stream().filter(w -> !known.contains(w.matter().entry())).toList();
    List<SealedRecord> records = new ArrayList<>(fresh.size());
    List<Outbox.Entry> events = new ArrayList<>();
    SealedRecord.Head head = Ledger.head(transaction);
    for (UnsealedEntry entry : fresh) {
      SealedRecord.SealingClock now = clock.read();
      SealedRecord sealed = SealedRecord.next(head, entry.matter(), now, Salt.random());
      head = sealed.head();
      records.add(sealed);
      after.sealed(transaction, entry.matter());
      if (entry.matter().kind().equals(captures)) {
        events.add(published(entry.matter(), sealed, now));
      }
    }
    Ledger.add(transaction, records, fresh);
    Outbox.addAll(transaction, events);
    UnsealedEntry.markSealed(transaction, waiting);
    return fresh.size();
  }

  private static Outbox.Entry published(
      SealedRecord.Matter matter, SealedRecord sealed, SealedRecord.SealingClock now) {
    EvidenceSealed event =
        new EvidenceSealed(
            matter.entry(), matter.caseId(), sealed.sequence(), sealed.hash(), now.reading().at());
    return new Outbox.Entry(
        Topic.ESCALATION_EVENTS.topicName(), event.key(), event, Optional.empty());
  }

  /** Tries to become the schema's only sealer until the transaction ends. */
  private static boolean leads(Handle transaction) {
    return transaction
        .createQuery("select pg_try_advisory_xact_lock(hashtext('sealer of ' || current_schema()))")
        .mapTo(Boolean.class)
        .one();
  }

  private void forget() {
    if (System.nanoTime() - forgotAt >= FORGET_EVERY.toNanos()) {
      database.useHandle(UnsealedEntry::forgetSealed);
      forgotAt = System.nanoTime();
    }
  }

  /** Finishes the current batch; waiting entries are sealed after the next start. */
  @Override
  public void close() {
    worker.close();
  }
}
