package hallmonitor.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses copies and writes them into a new data folder; the log of changes comes after that. */
public final class Restore {
  /**
   * What to restore.
   *
   * @param until the last moment; empty for the newest one
   * @param passphrase opens the sealed secrets
   * @param secrets a folder with the secrets, kept elsewhere; used instead of the sealed ones
   */
  public record Order(
      BackupFolder from,
      Optional<Instant> until,
      Optional<String> passphrase,
      Optional<Path> secrets) {}

  /**
   * The chosen copies.
   *
   * @param secrets the copy with the sealed secrets; empty if they come from elsewhere
   * @param timeline of the log to follow: the newest one that the copy leads to
   * @param missing whether the archive lacks segments, so that later changes cannot be restored
   */
  public record Chosen(
      BackupManifest database, Optional<BackupManifest> secrets, long timeline, boolean missing) {}

  private final Order order;
  private final RestoredFiles restored;

  public Restore(Order order) {
    this.order = order;
    this.restored = new RestoredFiles(order.from().chunks());
  }

  /**
   * Chooses the newest usable copies and checks that all their pieces are there.
   *
   * @throws IOException with a sentence that says what is missing and what to do
   */
  public Chosen choose() throws IOException {
    if (order.from().owner().isEmpty()) {
      throw new IOException(
          order.from().path()
              + " is no backup folder: name the one that Hall Monitor was started with, --backup=FOLDER.");
    }
    BackupManifest database = database(order.from().databaseCopies());
    Optional<BackupManifest> secrets = secrets();
    restored.check(database);
    if (secrets.isPresent()) {
      restored.check(secrets.get());
    }
    LogTimeline timeline = LogTimeline.newestAfter(order.from().archive().segments(), database);
    return new Chosen(database, secrets, timeline.number(), hasGap(database, timeline));
  }

  private BackupManifest database(List<BackupManifest> copies) throws IOException {
    if (copies.isEmpty()) {
      throw new IOException(
          "There is no complete copy of the database in %s yet: its first backup has not ended."
              .formatted(order.from().path()));
    }
    return copies.stream()
        .filter(copy -> order.until().map(until -> !copy.ended().isAfter(until)).orElse(true))
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                new IOException(
                    "The oldest copy of the database is of %s: name that moment or a later one with --at."
                        .formatted(copies.get(0).ended())));
  }

  private Optional<BackupManifest> secrets() throws IOException {
    if (order.secrets().isPresent()) {
      if (!Files.isDirectory(order.secrets().get())) {
        throw new IOException(
            order.secrets().get() + " is no folder: name the folder with the kept secrets.");
      }
      return Optional.empty();
    }
    List<BackupManifest> sealed =
        order.from().fileCopies().stream().filter(copy -> sealedSecrets(copy).isPresent()).toList();
    if (sealed.isEmpty()) {
      throw new IOException(
          "The backup holds no secrets, and a database without its secrets cannot be opened: name the folder in which you keep them with --secrets.");
    }
    if (order.passphrase().isEmpty()) {
      throw new IOException(
          "The secrets in the backup are sealed: name the file with their passphrase with --passphrase-file, or the folder in which you keep them with --secrets.");
    }
    return newest(sealed, order.until()).or(() -> Optional.of(sealed.get(0)));
  }

  private static Optional<BackupManifest> newest(
      List<BackupManifest> copies, Optional<Instant> until) {
    return copies.stream()
        .filter(copy -> until.map(at -> !copy.began().isAfter(at)).orElse(true))
        .reduce((older, newer) -> newer);
  }

  private boolean hasGap(BackupManifest database, LogTimeline timeline) throws IOException {
    String first = database.firstSegment().orElseThrow();
    List<String> present = timeline.of(WalSegments.in(order.from().archive().segments()));
    Optional<Long> gap = WalSegments.firstGap(present, first);
    long last = WalSegments.position(database.lastSegment().orElse(first));
    if (gap.isPresent() && gap.get() <= last) {
      throw new DamagedBackup(
          "The copy of %s needs a part of the log that is not in %s: use an older copy with --at, or copy the backup folder again."
              .formatted(database.ended(), order.from().archive().segments()));
    }
    return gap.isPresent();
  }

  private static Optional<StoredFile> sealedSecrets(BackupManifest files) {
    return files.files().stream().filter(f -> f.path().equals(FilesCopy.SECRETS)).findFirst();
  }

  /**
   * Writes the secrets and the database's files.
   *
   * @param into a new folder; gets {@code database/cluster} and {@code secrets}
   * @throws IOException with a sentence if a piece is damaged or the passphrase is wrong
   */
  public void writeDatabase(Chosen chosen, Path into) throws IOException {
    secretsInto(chosen, into.resolve("secrets"));
    restored.write(chosen.database().files(), into.resolve("database").resolve("cluster"));
  }

  /**
   * Writes the district's files as they were at a moment, and the checkpoints of the evidence that
   * the recovered database has.
   *
   * @param recovered the newest change of the recovered database
   * @param records how many records of evidence it has
   * @return when the files were copied; empty if no copy of files is in the backup
   */
  public Optional<Instant> writeFiles(Instant recovered, long records, Path into)
      throws IOException {
    CheckpointMirror.restore(
        order.from().checkpoints(), into.resolve("evidence").resolve("checkpoints"), records);
    List<BackupManifest> copies = order.from().fileCopies();
    Optional<BackupManifest> files =
        newest(copies, Optional.of(recovered)).or(() -> copies.stream().findFirst());
    if (files.isPresent()) {
      restored.check(files.get());
      restored.write(
          files.get().files().stream()
              .filter(file -> !file.path().equals(FilesCopy.SECRETS))
              .toList(),
          into);
    }
    return files.map(BackupManifest::began);
  }

  private void secretsInto(Chosen chosen, Path into) throws IOException {
    if (order.secrets().isPresent()) {
      Path from = order.secrets().get();
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          RestoredFiles.writePrivately(
              into.resolve(from.relativize(file).toString()), Files.readAllBytes(file));
        }
      }
      return;
    }
    StoredFile sealed = sealedSecrets(chosen.secrets().orElseThrow()).orElseThrow();
    SealedFolder.open(restored.read(sealed), order.passphrase().orElseThrow(), into);
  }
}
