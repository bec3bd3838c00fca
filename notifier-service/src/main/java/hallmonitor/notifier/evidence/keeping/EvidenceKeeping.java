package hallmonitor.notifier.evidence.keeping;

import hallmonitor.notifier.evidence.EvidenceEntry;
import hallmonitor.notifier.evidence.attachment.AttachmentQueue;
import hallmonitor.notifier.evidence.attachment.AttachmentQuota;
import hallmonitor.notifier.evidence.attachment.Attachments;
import hallmonitor.notifier.evidence.checkpoint.CheckpointFolder;
import hallmonitor.notifier.evidence.checkpoint.Checkpoints;
import hallmonitor.notifier.evidence.checkpoint.SigningKey;
import hallmonitor.notifier.evidence.checkpoint.TimeStampAuthority;
import hallmonitor.notifier.evidence.desk.EvidenceDesk;
import hallmonitor.notifier.evidence.ledger.Chain;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import hallmonitor.notifier.evidence.sealing.Ledger;
import hallmonitor.notifier.evidence.sealing.Sealer;
import hallmonitor.notifier.evidence.sealing.SystemClock;
import hallmonitor.notifier.evidence.verify.LedgerRows;
import hallmonitor.settings.district.District;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The parts that keep evidence, wired together: sealing, checkpoints, attachments. */
public final class EvidenceKeeping implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EvidenceKeeping.class.getName());
  private static final double TOO_LONG_SECONDS = 30;
  private static final Duration CLOCK_EVERY = Duration.ofMinutes(1);

  /**
   * The settings.
   *
   * @param secrets folder of the signing key
   * @param checkpoints folder of the checkpoints
   * @param every records or time, whichever comes first
   * @param authority for time stamps by RFC 3161
   * @param attachmentBytes size limit of one attachment
   * @param attachmentTime time limit of one attempt to fetch
   * @param quota limits of all attachments
   * @param packageBytes size limit of the attachments in a package that the console asks for
   */
  public record Settings(
      Path secrets,
      Path checkpoints,
      Checkpoints.Pace every,
      Optional<URI> authority,
      long attachmentBytes,
      Duration attachmentTime,
      AttachmentQuota quota,
      long packageBytes) {}

  private final Jdbi database;
  private final SystemClock clock;
  private final Sealer sealer;
  private final Checkpoints checkpoints;
  private final Attachments attachments;
  private final EvidenceDesk desk;
  private volatile Optional<String> keeper = Optional.empty();
  private volatile double oldestSeconds;
  private long clockAskedAt = System.nanoTime() - CLOCK_EVERY.toNanos();

  /**
   * Creates the parts.
   *
   * @param published woken after records about captures were committed to the outbox
   */
  public EvidenceKeeping(
      Jdbi database,
      Settings settings,
      Supplier<District> district,
      InstantSource time,
      MeterRegistry meters,
      Runnable published) {
    this.database = database;
    Ledger.prepare(database);
    clock = new SystemClock(time);
    attachments =
        new Attachments(
            database,
            account -> district.get().account(account).map(District.Account::baseUrl),
            settings.attachmentBytes(),
            settings.attachmentTime(),
            settings.quota(),
            time,
            this::wake);
    Counter sealed = meters.counter("hallmonitor.evidence.sealed");
    sealer = new Sealer(database, clock, EvidenceEntry.CAPTURE, afterSeal(sealed, published));
    CheckpointFolder folder = new CheckpointFolder(settings.checkpoints());
    SigningKey key = SigningKey.in(settings.secrets());
    checkpoints =
        new Checkpoints(
            folder,
            key,
            settings.authority().map(TimeStampAuthority::new),
            settings.every(),
            new Checkpoints.View(
                () -> database.withHandle(Ledger::head),
                sequence -> database.withHandle(h -> Ledger.link(h, sequence)),
                this::follow),
            time);
    desk =
        new EvidenceDesk(
            database,
            folder,
            new EvidenceDesk.Signing(key, checkpoints),
            district,
            settings.packageBytes(),
            time,
            published);
    meters.gauge(
        "hallmonitor.evidence.oldest.unsealed.seconds", this, EvidenceKeeping::oldestSeconds);
    meters.gauge(
        "hallmonitor.evidence.checkpoint.age.seconds", checkpoints, Checkpoints::ageSeconds);
    FunctionCounter.builder(
            "hallmonitor.evidence.attachment.failures", attachments, Attachments::failures)
        .register(meters);
  }

  private Chain.Followed follow(SealedRecord.Head from) {
    try {
      return database.withHandle(h -> LedgerRows.follow(h.getConnection(), Ledger.table(h), from));
    } catch (SQLException e) {
      throw new IllegalStateException("the ledger cannot be read", e);
    }
  }

  private Sealer.AfterSeal afterSeal(Counter counter, Runnable published) {
    return new Sealer.AfterSeal() {
      private boolean links;

      @Override
      public void sealed(Handle transaction, SealedRecord.Matter matter) {
        links |= AttachmentQueue.add(transaction, matter);
      }

      @Override
      public void committed(int records) {
        counter.increment(records);
        published.run();
        if (links) {
          links = false;
          attachments.wake();
        }
      }
    };
  }

  public EvidenceKeeping start() {
    warnWithoutKeeper();
    sealer.start();
    checkpoints.start();
    attachments.start();
    desk.start();
    return this;
  }

  /** Signals that entries may wait for sealing; to be called after each commit. */
  public void wake() {
    sealer.wake();
  }

  /** Updates the backlog metrics and checks the clock; to be called once a second. */
  public void measure() {
    oldestSeconds = Sealer.oldestSeconds(database);
    if (System.nanoTime() - clockAskedAt >= CLOCK_EVERY.toNanos()) {
      clockAskedAt = System.nanoTime();
      clock.refresh();
      warnWithoutKeeper();
    }
  }

  public double oldestSeconds() {
    return oldestSeconds;
  }

  /** Returns what prevents sealing; empty if nothing does. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (!sealer.alive()) {
      faults.add("Evidence is no longer sealed; restart the notifier.");
    }
    sealer.fault().ifPresent(f -> faults.add("Sealing evidence: " + f));
    if (oldestSeconds > TOO_LONG_SECONDS) {
      faults.add("Evidence waits to be sealed for " + Math.round(oldestSeconds) + " seconds.");
    }
    return faults;
  }

  /** Returns the alarm that the ledger differs from the signed one, in words. */
  public Optional<String> alarm() {
    return checkpoints.alarm();
  }

  /** Returns what people should know, by name; none of it stops the sealing. */
  public Map<String, String> warnings() {
    Map<String, String> warnings = new LinkedHashMap<>();
    alarm().ifPresent(words -> warnings.put("evidence-alarm", words));
    checkpoints.fault().ifPresent(f -> warnings.put("checkpoints", "None is written: " + f));
    checkpoints.stampTrouble().ifPresent(words -> warnings.put("time-stamps", words));
    keeper.ifPresent(words -> warnings.put("ledger", words));
    if (!attachments.alive()) {
      warnings.put("attachments", "No longer fetched; restart the notifier.");
    }
    if (!desk.alive()) {
      warnings.put("evidence-orders", "No longer carried out; restart the notifier.");
    }
    desk.fault().ifPresent(f -> warnings.put("evidence-orders", "None is carried out: " + f));
    if (attachments.deadly() > 0) {
      warnings.put(
          "deadly-attachments",
          "Not fetched again, because the notifier ended while it fetched them: "
              + attachments.deadly()
              + ". The log names their cases; look at the comments there.");
    }
    return warnings;
  }

  private void warnWithoutKeeper() {
    Optional<String> before = keeper;
    keeper = database.withHandle(Ledger::keeperMissing);
    if (before.isEmpty()) {
      keeper.ifPresent(words -> LOG.log(System.Logger.Level.WARNING, words));
    }
  }

  /** Finishes the current batch, then signs the end of the chain. */
  @Override
  public void close() {
    desk.close();
    attachments.close();
    sealer.close();
    checkpoints.close();
  }
}
