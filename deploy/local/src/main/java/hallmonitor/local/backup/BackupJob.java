package hallmonitor.local.backup;

import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.messaging.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the backups of a run: the files every minute if they changed, the database once a day.
 * PostgreSQL itself archives the log of changes. Says once when something is wrong, and when it is
 * well again.
 */
public final class BackupJob implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(BackupJob.class.getName());
  private static final Duration TURN = Duration.ofMinutes(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(15);

  private final BackupFolder folder;
  private final BackupSettings settings;
  private final Path database;
  private final Path state;
  private final FilesCopy files;
  private final DatabaseCopy copy;
  private final InstantSource clock;
  private final Consumer<String> say;
  private final Instant since;
  private final Worker worker;

  /** A copy may take longer than others wait for a report, and a folder that hangs, too. */
  private final Worker reporter;

  private Instant notBefore = Instant.EPOCH;
  private volatile @Nullable String failure;
  private volatile Found found = new Found(Optional.empty(), Optional.empty(), Optional.empty());
  private @Nullable String said;

  /** What the backup folder last held; empty while it cannot be reached. */
  private record Found(
      Optional<Instant> copied, Optional<Instant> archived, Optional<String> damage) {}

  /**
   * What is backed up.
   *
   * @param database the folder of the embedded database
   * @param state the file that says how the backups stand
   */
  public record Run(
      BackupSettings settings,
      Path database,
      EmbeddedDatabase server,
      FilesCopy.Sources files,
      Path state) {}

  /**
   * Creates the job.
   *
   * @param say tells the person at the terminal
   */
  public BackupJob(Run run, InstantSource clock, Consumer<String> say) {
    this.settings = run.settings();
    this.folder = new BackupFolder(settings.folder());
    this.database = run.database();
    this.state = run.state();
    this.files = new FilesCopy(folder, run.files(), clock);
    this.copy =
        new DatabaseCopy(folder, database, run.server().ownersDataSource()::getConnection, clock);
    this.clock = clock;
    this.say = say;
    this.since = clock.instant();
    this.worker = new Worker("backup", this::turn).patience(Duration.ofSeconds(2));
    this.reporter = new Worker("backup report", this::report).patience(Duration.ofSeconds(2));
  }

  public BackupJob start() {
    worker.start();
    reporter.start();
    return this;
  }

  private Duration turn() {
    look();
    Instant now = clock.instant();
    if (!now.isBefore(notBefore)) {
      try {
        files.makeIfChanged();
        databaseIfDue(now);
        failure = null;
      } catch (FolderBusy e) {
        LOG.log(System.Logger.Level.DEBUG, "the next turn makes what this one could not", e);
      } catch (IOException | UncheckedIOException | SQLException e) {
        LOG.log(System.Logger.Level.ERROR, "the backup failed", e);
        failure = e.getMessage() == null ? e.toString() : e.getMessage();
        notBefore = now.plus(AFTER_FAILURE);
      }
      reporter.wake();
    }
    return TURN;
  }

  private void databaseIfDue(Instant now) throws IOException, SQLException {
    Optional<Instant> newest = folder.newestDatabaseCopy().map(BackupManifest::began);
    if (BackupPlan.due(newest, LogGap.isIn(database), settings.at(), ZoneId.systemDefault(), now)) {
      DatabaseCopy.Made made = copy.make(settings.keep());
      look();
      say.accept(
          "Backed up the database: %s, %s of it new."
              .formatted(megabytes(made.read()), megabytes(made.added())));
    }
  }

  private void look() {
    found =
        new Found(
            readable(folder::newestDatabaseCopy).map(BackupManifest::ended),
            readable(this::lastArchived),
            readable(folder::damage));
  }

  private Duration report() throws IOException {
    Instant now = clock.instant();
    Found latest = found;
    Optional<Instant> waiting = unarchivedSince();
    Optional<String> trouble =
        BackupPlan.trouble(Optional.ofNullable(failure), latest.copied(), since, waiting, now)
            .or(latest::damage);
    FileStore disk = Files.getFileStore(database);
    boolean stopsSoon =
        BackupPlan.stopsSoon(waiting, disk.getUsableSpace(), disk.getTotalSpace(), now);
    new BackupState(
            now,
            folder.path().toString(),
            latest.copied(),
            latest.archived(),
            settings.passphraseFile().isPresent(),
            trouble.map(said -> stopsSoon ? said + BackupPlan.STOPS_SOON : said),
            stopsSoon)
        .write(state);
    sayOnce(trouble);
    return TURN;
  }

  private void sayOnce(Optional<String> trouble) {
    if (trouble.isEmpty() && said != null) {
      say.accept("The backup works again.");
    } else if (trouble.isPresent() && said == null) {
      say.accept(trouble.get());
    }
    said = trouble.orElse(null);
  }

  /** Something that is unknown while the backup folder cannot be reached. */
  @FunctionalInterface
  private interface Known<T> {
    Optional<T> get() throws IOException;
  }

  private static <T> Optional<T> readable(Known<T> known) {
    try {
      return known.get();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private Optional<Instant> lastArchived() throws IOException {
    List<String> segments = WalSegments.in(folder.archive().segments());
    return segments.isEmpty()
        ? Optional.empty()
        : modified(
            WalSegments.file(folder.archive().segments(), segments.get(segments.size() - 1)));
  }

  /** PostgreSQL marks each segment that waits for the archive. */
  private Optional<Instant> unarchivedSince() {
    Path marks = database.resolve("cluster").resolve("pg_wal").resolve("archive_status");
    try (Stream<Path> waiting = Files.list(marks)) {
      return waiting
          .filter(file -> file.toString().endsWith(".ready"))
          .flatMap(file -> readable(() -> modified(file)).stream())
          .min(Comparator.naturalOrder());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> modified(Path file) throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static String megabytes(long bytes) {
    return "%,d MB".formatted((bytes + 999_999) / 1_000_000);
  }

  /** Gives up a copy in progress; the next start makes it again. */
  @Override
  public void close() {
    reporter.close();
    worker.close();
  }
}
