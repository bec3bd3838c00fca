package hallmonitor.notifier.evidence.checkpoint;

import hallmonitor.messaging.Worker;
import hallmonitor.notifier.evidence.ledger.Chain;
import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Writes signed checkpoints: after a number of records, after a time if there are new records, when
 * a package is asked for, and on stop. Requests time stamps if an authority is configured. Never
 * delays or stops the sealer.
 *
 * <p>Before each signature it follows the chain from what was signed last. If the chain does not
 * hold, it signs nothing, and says so until the chain holds again.
 */
public final class Checkpoints implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());
  private static final Duration STAMP_AGAIN = Duration.ofMinutes(1);

  /** After a chain did not hold: a check may read thousands of records. */
  private static final Duration FOLLOW_AGAIN = Duration.ofMinutes(1);

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** The intervals. */
  public record Pace(long records, Duration time) {}

  /**
   * A view of the ledger.
   *
   * @param head its end
   * @param link of one record; empty if there is no such record
   * @param follow checks all records after one
   */
  public record View(
      Supplier<SealedRecord.Head> head,
      LongFunction<Optional<String>> link,
      Function<SealedRecord.Head, Chain.Followed> follow) {}

  private final CheckpointFolder folder;
  private final SigningKey key;
  private final Optional<TimeStampAuthority> authority;
  private final Pace pace;
  private final View ledger;
  private final InstantSource clock;
  private final Worker worker =
      new Worker("evidence checkpoints", this::round)
          .faultsAs(e -> e.getClass().getSimpleName() + ": " + e.getMessage())
          .patience(PATIENCE)
          .atEnd(() -> sign(true));
  private volatile Optional<LedgerCheckpoint> newest = Optional.empty();
  private volatile Optional<String> stampTrouble = Optional.empty();
  private volatile Optional<String> alarm = Optional.empty();
  private volatile Instant stampAt = Instant.MIN;
  private Instant followAt = Instant.MIN;

  public Checkpoints(
      CheckpointFolder folder,
      SigningKey key,
      Optional<TimeStampAuthority> authority,
      Pace pace,
      View ledger,
      InstantSource clock) {
    this.folder = folder;
    this.key = key;
    this.authority = authority;
    this.pace = pace;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Checkpoints start() {
    worker.start();
    return this;
  }

  /** Returns why no checkpoint can be written, in words. Sealing continues. */
  public Optional<String> fault() {
    return worker.fault();
  }

  /**
   * Returns why the time stamping authority does not stamp, in words. Checkpoints continue without.
   */
  public Optional<String> stampTrouble() {
    return stampTrouble;
  }

  /** Returns the alarm that the ledger differs from the signed one, in words. */
  public Optional<String> alarm() {
    return alarm;
  }

  /** Returns the newest checkpoint; empty if there is none yet. */
  public Optional<LedgerCheckpoint> newest() {
    return newest;
  }

  /** Returns the fingerprint of the key that signs, lower-case hex. */
  public String signer() {
    return key.fingerprint();
  }

  /** Returns seconds since the newest checkpoint; 0 if there is none yet. */
  public double ageSeconds() {
    return newest
        .map(c -> Duration.between(c.at(), clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }

  /**
   * Signs what is sealed now, so that a package of it is covered. Without new records, or while the
   * chain does not hold, it signs nothing.
   */
  public void signNow() {
    sign(true);
  }

  private Duration round() {
    sign(false);
    authority.ifPresent(this::stamp);
    return Worker.IDLE;
  }

  private synchronized void sign(boolean atOnce) {
    folder.export(key.publicKey());
    SealedRecord.Head head = ledger.head().get();
    boolean first = newest.isEmpty();
    if (first) {
      newest = folder.newest().map(CheckpointFolder::read);
    }
    // At the start, even if nothing is to be signed: the ledger may be an older one.
    boolean mayFollow = atOnce || !clock.instant().isBefore(followAt);
    if (mayFollow && (isDue(head, atOnce) || first && newest.isPresent() || alarm.isPresent())) {
      followAndSign(atOnce);
    }
  }

  private void followAndSign(boolean atOnce) {
    SealedRecord.Head from = signed();
    Optional<String> wrong = newest.flatMap(this::difference);
    Chain.Followed followed =
        wrong.isPresent()
            ? new Chain.Followed(from, Optional.empty())
            : ledger.follow().apply(from);
    wrong = wrong.or(() -> followed.problem().map(why -> broken(followed.head(), why)));
    if (wrong.isPresent()) {
      refuse(wrong.get());
      return;
    }
    alarm = Optional.empty();
    followAt = Instant.MIN;
    if (isDue(followed.head(), atOnce)) {
      LedgerCheckpoint checkpoint = LedgerCheckpoint.sign(followed.head(), clock.instant(), key);
      folder.write(checkpoint);
      newest = Optional.of(checkpoint);
      stampAt = Instant.MIN;
    }
  }

  private SealedRecord.Head signed() {
    return newest.map(LedgerCheckpoint::head).orElse(SealedRecord.Head.EMPTY);
  }

  private boolean isDue(SealedRecord.Head head, boolean atOnce) {
    long more = head.sequence() - signed().sequence();
    if (more <= 0) {
      return false;
    }
    boolean longAgo =
        newest.map(c -> !clock.instant().isBefore(c.at().plus(pace.time()))).orElse(true);
    return atOnce || longAgo || more >= pace.records();
  }

  /** Returns how the ledger differs from what was signed last, in words. */
  private Optional<String> difference(LedgerCheckpoint checkpoint) {
    if (checkpoint.key().equals(key.fingerprint()) && !key.publicKey().signed(checkpoint)) {
      return Optional.of(
          "Checkpoint " + checkpoint.head().sequence() + " was changed after it was signed.");
    }
    Optional<String> found = ledger.link().apply(checkpoint.head().sequence());
    if (found.equals(Optional.of(checkpoint.head().link()))) {
      return Optional.empty();
    }
    return Optional.of(
        "Checkpoint "
            + checkpoint.head().sequence()
            + (found.isEmpty()
                ? " was signed, and the ledger ends before that record:"
                : " was signed for another record than the ledger holds:")
            + " evidence was lost or exchanged, for example by an older backup.");
  }

  private static String broken(SealedRecord.Head head, String why) {
    return "The chain does not hold at record " + (head.sequence() + 1) + ": " + why + ".";
  }

  private void refuse(String why) {
    String words =
        why
            + " No checkpoint is signed until the ledger is right. Keep the checkpoints as they"
            + " are, and run deploy/evidence verify.";
    if (!alarm.equals(Optional.of(words))) {
      LOG.log(System.Logger.Level.ERROR, words);
    }
    alarm = Optional.of(words);
    followAt = clock.instant().plus(FOLLOW_AGAIN);
  }

  private void stamp(TimeStampAuthority from) {
    // Read once: a package may make a newer one meanwhile.
    LedgerCheckpoint checkpoint = newest.orElse(null);
    Instant now = clock.instant();
    if (checkpoint == null || now.isBefore(stampAt)) {
      return;
    }
    Path file = folder.path().resolve(CheckpointFolder.name(checkpoint.head().sequence()));
    Path stamp = CheckpointFolder.timeStampOf(file);
    if (Files.exists(stamp)) {
      return;
    }
    stampAt = now.plus(STAMP_AGAIN);
    try {
      byte[] hash = HexFormat.of().parseHex(Hash.of(checkpoint.signedBytes()));
      CheckpointFolder.write(stamp, from.stamp(hash));
      stampTrouble = Optional.empty();
    } catch (TimeStampAuthority.NoTimeStamp e) {
      String words = "The time stamping authority gives no time stamp: " + e.getMessage();
      if (stampTrouble.isEmpty()) {
        LOG.log(System.Logger.Level.WARNING, words);
      }
      stampTrouble = Optional.of(words);
    }
  }

  /** Writes a last checkpoint; the sealer must have ended. */
  @Override
  public void close() {
    worker.close();
  }
}
