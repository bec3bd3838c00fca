package hallmonitor.notifier.watch;

import hallmonitor.contract.event.EventJson;
import hallmonitor.messaging.Worker;
import hallmonitor.notifier.trouble.Troubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads how the backups stand from the file that the launcher writes every minute. Trouble is told
 * to the technology director by mail until it works again.
 */
public final class BackupWatch implements AutoCloseable {
  private static final String BACKUP = "backup";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  /** A launcher that just started has not written yet. */
  private static final Duration SILENT_AFTER = Duration.ofMinutes(5);

  /** A machine that wakes up finds an old file; the launcher writes a new one within a minute. */
  private static final Duration SILENT_FOR = Duration.ofMinutes(2);

  /** What is read of the file. */
  record Standing(Instant at, Optional<String> trouble, boolean urgent) {
    Standing {
      trouble = trouble == null ? Optional.empty() : trouble;
    }
  }

  private final Jdbi database;
  private final Optional<Path> file;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final long began;
  private OptionalLong silentSince = OptionalLong.empty();
  private final Worker worker = new Worker("backup watch", this::look);

  /**
   * Creates a watch.
   *
   * @param file the launcher's {@code backup.json}; empty if nothing is backed up, which ends a
   *     trouble of the time before
   * @param nanoTime {@link System#nanoTime}, which stands still while the machine sleeps
   */
  public BackupWatch(
      Jdbi database, Optional<Path> file, InstantSource clock, LongSupplier nanoTime) {
    this.database = database;
    this.file = file;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
  }

  public BackupWatch start() {
    worker.start();
    return this;
  }

  /**
   * Looks once.
   *
   * @return the time until the next look
   */
  public Duration look() {
    Instant now = clock.instant();
    Standing standing = file.map(each -> read(each, now)).orElse(well(now));
    Optional<String> trouble = standing.trouble();
    database.useTransaction(
        transaction -> {
          if (trouble.isPresent()) {
            Troubles.note(transaction, BACKUP, trouble.get(), standing.urgent(), now);
          } else {
            Troubles.over(transaction, BACKUP, now);
          }
        });
    return BETWEEN_LOOKS;
  }

  private Standing read(Path file, Instant now) {
    try {
      Standing standing = EventJson.read(Files.readAllBytes(file), Standing.class);
      if (standing.at().isAfter(now.minus(SILENT_AFTER))) {
        silentSince = OptionalLong.empty();
        return standing;
      }
      return silent(now);
    } catch (IOException | EventJson.UnreadableEvent e) {
      return silent(now);
    }
  }

  private Standing silent(Instant now) {
    long looked = nanoTime.getAsLong();
    if (silentSince.isEmpty()) {
      silentSince = OptionalLong.of(looked);
    }
    boolean forLong =
        looked - silentSince.getAsLong() >= SILENT_FOR.toNanos()
            && looked - began >= SILENT_AFTER.toNanos();
    return forLong
        ? new Standing(
            now,
            Optional.of(
                "Nothing is backed up: the launcher has said nothing about backups for more than five minutes. Restart Hall Monitor."),
            false)
        : well(now);
  }

  private static Standing well(Instant now) {
    return new Standing(now, Optional.empty(), false);
  }

  @Override
  public void close() {
    worker.close();
  }
}
