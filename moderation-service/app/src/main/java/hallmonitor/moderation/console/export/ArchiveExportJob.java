package hallmonitor.moderation.console.export;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.exporter.ArchivePart;
import hallmonitor.exporter.OtherVersion;
import hallmonitor.exporter.PartExport;
import hallmonitor.messaging.LongStatements;
import hallmonitor.moderation.console.WorkRounds;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.search.SearchSweep;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.store.export.ExportFiles;
import hallmonitor.moderation.store.export.ExportWork;
import hallmonitor.moderation.store.export.ExportWork.FoundKey;
import hallmonitor.moderation.store.export.ExportWork.WaitingExport;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes exports: finds what the search finds, a part in each transaction, and then writes the
 * bundle, a file in each. A restart goes on where it was.
 */
@ApplicationScoped
public class ArchiveExportJob {
  private static final System.Logger LOG = System.getLogger(ArchiveExportJob.class.getName());
  private static final int AT_ONCE = 500;

  /** Each file is in memory as a whole. */
  private static final long FILE_SIZE = 2 << 20;

  /**
   * An upgrade waits for a snapshot, and then gets its turn. Counting comes before: else an archive
   * that takes a minute to count would be written a record at a time.
   */
  private static final Duration LONGEST_SNAPSHOT = Duration.ofMinutes(1);

  private static final Set<String> MAKERS = Set.of(RECORDS_OFFICER, ADMINISTRATOR);

  private final ExportWork exports;
  private final SearchSweep sweep;
  private final ConsoleUsers people;
  private final Jdbi database;
  private final DataSource source;
  private final ExportsConfig config;
  private final WorkRounds rounds = new WorkRounds(ArchiveExportJob.class, "exports");
  private volatile boolean stopping;

  ArchiveExportJob(
      ExportWork exports,
      SearchSweep sweep,
      ConsoleUsers people,
      Jdbi database,
      DataSource source,
      ExportsConfig config) {
    this.exports = exports;
    this.sweep = sweep;
    this.people = people;
    this.database = database;
    this.source = source;
    this.config = config;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "{hallmonitor.exports.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void round() {
    rounds.round(
        () -> {
          AtomicLong began = new AtomicLong();
          return exports.alone(() -> step(FILE_SIZE, () -> stopping || isOver(began)));
        });
  }

  private static boolean isOver(AtomicLong began) {
    began.compareAndSet(0, System.nanoTime());
    return System.nanoTime() - began.get() > LONGEST_SNAPSHOT.toNanos();
  }

  /**
   * Takes one export a step further; false if none waits.
   *
   * @param fileSize bytes after which the next file is begun
   * @param stops whether to stop after a record; the next step goes on
   */
  boolean step(long fileSize, BooleanSupplier stops) {
    Optional<WaitingExport> next = exports.next();
    next.ifPresent(
        export -> {
          if (!exports.tries(export)) {
            return;
          }
          try {
            step(export, fileSize, stops);
          } catch (IOException | SQLException | RuntimeException e) {
            // It must not hold up the others, and most faults pass. The type alone: a message can
            // quote what people wrote.
            LOG.log(
                System.Logger.Level.ERROR,
                "export {0} had a fault while {1}: {2}",
                export.exportId(),
                export.state(),
                e.getClass().getName());
          }
        });
    return next.isPresent();
  }

  private void step(WaitingExport export, long fileSize, BooleanSupplier stops)
      throws IOException, SQLException {
    Optional<Scope> scope = scope(export);
    if (scope.isEmpty()) {
      exports.end(export, "refused");
    } else if (export.isFinding()) {
      find(export, scope.get());
    } else {
      write(export, fileSize, stops);
    }
  }

  /** Returns what the person may see; empty if they may no longer export, or see something else. */
  private Optional<Scope> scope(WaitingExport export) {
    return people
        .named(export.askedBy())
        .filter(
            person -> MAKERS.contains(person.role()) && !person.removed() && !person.suspended())
        .map(ConsoleUser::scope)
        .filter(now -> now.inText().equals(export.scope()));
  }

  private void find(WaitingExport export, Scope scope) {
    SearchSweep.Part part = sweep.next(export.query(), export.place(), scope, AT_ONCE);
    exports.add(
        export,
        part.items().stream()
            .map(item -> new FoundKey(item.account(), item.kind().equals("post"), item.itemId()))
            .distinct()
            .toList(),
        part.next());
  }

  private void write(WaitingExport export, long fileSize, BooleanSupplier stops)
      throws IOException, SQLException {
    ExportFiles files = new ExportFiles(database, export.exportId(), config.mostBytes());
    try (Connection connection = source.getConnection();
        LongStatements.Longer longer = LongStatements.EXPORT.on(connection)) {
      boolean complete =
          PartExport.write(
              connection,
              ArchivePart.found(export.exportId(), export.search()),
              files,
              fileSize,
              stops);
      if (complete) {
        exports.ready(export);
      } else {
        exports.goOn(export);
      }
    } catch (OtherVersion e) {
      exports.beginAgain(export);
    } catch (ExportFiles.TooLarge e) {
      exports.end(export, "too-large");
    } catch (ExportFiles.Removed e) {
      // By its person, or by a disposal.
    }
  }
}
