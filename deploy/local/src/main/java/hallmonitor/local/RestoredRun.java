package hallmonitor.local;

import hallmonitor.embedded.CannotStart;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.Folders;
import hallmonitor.embedded.FreePorts;
import hallmonitor.embedded.PrivateFiles;
import hallmonitor.local.backup.Restore;
import hallmonitor.local.backup.RestoredDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the data folder of a run from a backup. It is made beside its place and moved there once it
 * is complete, so that an interrupted restore leaves nothing that could be started.
 */
final class RestoredRun {
  /** PostgreSQL's words for an archive that ends before the wanted moment. */
  private static final String TOO_LATE =
      "recovery ended before configured recovery target was reached";

  private final Path root;
  private final Path data;
  private final PrintStream out;

  RestoredRun(Path root, Path data, PrintStream out) {
    this.root = root;
    this.data = data;
    this.out = out;
  }

  /**
   * Restores.
   *
   * @return whether the evidence is proven
   * @throws IOException with a sentence if the backup is damaged or the folder is in use
   * @throws CannotStart if the database cannot be recovered
   */
  boolean restore(Restore.Order order) throws IOException, SQLException {
    long began = System.nanoTime();
    refuseToOverwrite();
    Path unfinished = data.resolveSibling(data.getFileName() + ".restoring");
    Folders.delete(unfinished);
    Restore restore = new Restore(order);
    Restore.Chosen chosen = restore.choose();
    out.printf("Restoring the copy of %s and the changes after it.%n", chosen.database().ended());
    if (chosen.missing()) {
      out.println(
          "The log of changes has a gap in the backup folder: changes after it cannot be restored.");
    }
    boolean proven;
    try {
      PrivateFiles.folder(unfinished);
      restore.writeDatabase(chosen, unfinished);
      proven = recover(order, restore, chosen, unfinished);
    } catch (IOException | SQLException | RuntimeException e) {
      String log = keepLog(unfinished);
      Folders.delete(unfinished);
      if (log.contains(TOO_LATE)) {
        throw new CannotStart(
            "The backup ends before %s: restore its newest moment, without --at, or an earlier one."
                .formatted(order.until().map(Instant::toString).orElse("that moment")),
            e);
      }
      throw e;
    }
    Files.deleteIfExists(data);
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    out.printf(
        "Restored to %s in %d s. Start Hall Monitor on it with --data=%s.%n",
        data, Duration.ofNanos(System.nanoTime() - began).toSeconds(), data);
    return proven;
  }

  private void refuseToOverwrite() throws IOException {
    if (Files.exists(data)) {
      try (Stream<Path> inside = Files.list(data)) {
        if (inside.findAny().isPresent()) {
          throw new IOException(
              data
                  + " is not empty, and nothing is overwritten: move it away, or name a new folder with --data.");
        }
      }
    }
  }

  private boolean recover(Restore.Order order, Restore restore, Restore.Chosen chosen, Path into)
      throws IOException, SQLException {
    DataFolder folder = DataFolder.open(into);
    Instant wanted = order.until().orElseGet(Instant::now);
    try (EmbeddedDatabase database =
        EmbeddedDatabase.recover(
            folder.database(),
            FreePorts.one(),
            new LocalSecrets(folder).database(),
            order.from().archive(),
            chosen.timeline(),
            order.until())) {
      RestoredDatabase.Found found = RestoredDatabase.prepare(database.ownersDataSource());
      Optional<Instant> files =
          restore.writeFiles(found.lastChange().orElse(wanted), found.sealed(), into);
      print(found, files);
      return isProven(database, into);
    }
  }

  private void print(RestoredDatabase.Found found, Optional<Instant> files) {
    out.printf(
        "Recovered up to: %s%n",
        found.lastChange().map(Instant::toString).orElse("the copy itself; no change came after"));
    out.printf(
        "Comments: %,d, the newest read %s%n",
        found.comments(), found.lastComment().map(Instant::toString).orElse("never"));
    out.printf(
        "Open escalations: %,d. Records of evidence: %,d.%n",
        found.openEscalations(), found.sealed());
    out.printf(
        "The district's files are those of %s.%n",
        files.map(Instant::toString).orElse("the next start, because the backup holds none"));
    out.printf(
        "The next start reads %,d accounts again from %s on, and publishes %,d events again."
            + " What is known already changes nothing.%n",
        found.accounts(), found.readFrom(), found.publishedAgain());
  }

  private boolean isProven(EmbeddedDatabase database, Path into) throws IOException {
    ProcessBuilder verify =
        new ProcessBuilder(
                List.of(
                    root.resolve("deploy").resolve("evidence").toAbsolutePath().toString(),
                    "verify",
                    "--data=" + into))
            .inheritIO();
    verify
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                DatabaseRole.NOTIFIER.sqlName(),
                "QUARKUS_DATASOURCE_PASSWORD",
                database.password(DatabaseRole.NOTIFIER)));
    try {
      return verify.start().waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while proving the evidence.", e);
    }
  }

  /** What PostgreSQL said is needed to understand a recovery that failed. */
  private String keepLog(Path unfinished) throws IOException {
    Path log = unfinished.resolve("database").resolve("postgresql.log");
    if (!Files.isRegularFile(log)) {
      return "";
    }
    Path kept = data.resolveSibling(data.getFileName() + ".restore.log");
    Files.copy(log, kept, StandardCopyOption.REPLACE_EXISTING);
    out.println("What PostgreSQL said is in " + kept + ".");
    return Files.readString(log);
  }
}
