package hallmonitor.notifier.message;

import hallmonitor.contract.event.EventJson;
import hallmonitor.messaging.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads how the backups stand from the file that the launcher writes every minute. Trouble is told
 * to the technology director by mail, once until it works again.
 */
public final class BackupWatch implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  /** The first backup after a start is as old as the time since then. */
  private static final Duration SILENT_AFTER = Duration.ofMinutes(5);

  /** What is read of the file. */
  record Standing(Instant at, Optional<String> trouble) {
    Standing {
      trouble = trouble == null ? Optional.empty() : trouble;
    }
  }

  private final Jdbi database;
  private final Path file;
  private final InstantSource clock;
  private final Instant began;
  private final Worker worker = new Worker("backup watch", this::look);

  /**
   * Creates a watch.
   *
   * @param file the launcher's {@code backup.json}
   */
  public BackupWatch(Jdbi database, Path file, InstantSource clock) {
    this.database = database;
    this.file = file;
    this.clock = clock;
    this.began = clock.instant();
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
    Optional<String> trouble = trouble(now);
    database.useTransaction(
        transaction -> {
          if (trouble.isPresent()) {
            MessageTroubles.note(transaction, MessageTroubles.BACKUP, trouble.get(), now);
          } else {
            MessageTroubles.over(transaction, MessageTroubles.BACKUP, now);
          }
        });
    return BETWEEN_LOOKS;
  }

  private Optional<String> trouble(Instant now) {
    try {
      Standing standing = EventJson.read(Files.readAllBytes(file), Standing.class);
      return standing.at().isAfter(now.minus(SILENT_AFTER)) ? standing.trouble() : silent(now);
    } catch (IOException | EventJson.UnreadableEvent e) {
      return silent(now);
    }
  }

  /** A launcher that just started has not written yet. */
  private Optional<String> silent(Instant now) {
    return began.isAfter(now.minus(SILENT_AFTER))
        ? Optional.empty()
        : Optional.of(
            "Nothing is backed up: the launcher has said nothing about backups for more than five minutes. Restart Hall Monitor.");
  }

  @Override
  public void close() {
    worker.close();
  }
}
