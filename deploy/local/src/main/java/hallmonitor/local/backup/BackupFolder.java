package hallmonitor.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EventJson;
import hallmonitor.embedded.CannotStart;
import hallmonitor.embedded.PrivateFiles;
import hallmonitor.embedded.WalArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder with the backups of one installation: {@code installation}, {@code database} and
 * {@code files} with a manifest for each copy, {@code chunks} with their content, {@code wal}, and
 * {@code checkpoints} of the evidence.
 */
public record BackupFolder(Path path) {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final System.Logger LOG = System.getLogger(BackupFolder.class.getName());
  private static final String MANIFEST = ".manifest";

  /** The files' copy takes moments; that of a large database takes longer than this. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  public BackupFolder {
    path = path.toAbsolutePath().normalize();
  }

  public WalArchive archive() {
    return new WalArchive(path);
  }

  /** Returns the folder with the manifests of the database's copies. */
  Path databases() {
    return path.resolve("database");
  }

  /** Returns the folder with the manifests of the copies of files. */
  Path files() {
    return path.resolve("files");
  }

  /** Returns the folder with the signed checkpoints of the evidence, all of them. */
  Path checkpoints() {
    return path.resolve("checkpoints");
  }

  Chunks chunks() {
    return new Chunks(path.resolve("chunks"));
  }

  /**
   * Makes the folder that of one installation. Does nothing if it already is.
   *
   * @param installation the database's identifier
   * @throws CannotStart if it belongs to another one or cannot be written
   */
  public void claim(String installation) {
    try {
      Optional<String> owner = owner();
      if (owner.isEmpty()) {
        for (Path folder : List.of(path, databases(), files(), archive().segments())) {
          PrivateFiles.folder(folder);
        }
        DurableFiles.write(archive().installation(), (installation + "\n").getBytes(UTF_8));
      } else if (!owner.get().equals(installation)) {
        throw new CannotStart(
            "The backup folder %s belongs to another installation: name an empty one with --backup, so that neither overwrites the other."
                .formatted(path));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new CannotStart(
          "The backup folder %s cannot be written (%s): check that its disk is there and that this account may write to it, or name another one with --backup."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /** Returns the identifier of the backed-up database; empty for a new folder. */
  public Optional<String> owner() throws IOException {
    try {
      return Optional.of(Files.readString(archive().installation()).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Returns an id for a copy that begins now. */
  static String idOf(Instant began) {
    return ID.format(began);
  }

  /** Returns the database's complete copies, the oldest first. */
  public List<BackupManifest> databaseCopies() throws IOException {
    return read(databases());
  }

  /**
   * Returns the database's newest usable copy; empty before the first one has ended. One with a
   * damaged manifest is none, so that another one is made.
   */
  public Optional<BackupManifest> newestDatabaseCopy() throws IOException {
    List<Path> manifests = new ArrayList<>(manifests(databases()));
    Collections.reverse(manifests);
    for (Path file : manifests) {
      try {
        return Optional.of(manifest(file));
      } catch (DamagedBackup e) {
        LOG.log(System.Logger.Level.DEBUG, "reported as damage", e);
      }
    }
    return Optional.empty();
  }

  /** Returns what is wrong with the manifests, in a sentence; empty if all can be read. */
  Optional<String> damage() throws IOException {
    try {
      read(databases());
      read(files());
      return Optional.empty();
    } catch (DamagedBackup e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /** Returns the complete copies of files, the oldest first. */
  public List<BackupManifest> fileCopies() throws IOException {
    return read(files());
  }

  /** Stores a manifest, which makes its copy a complete one. */
  void write(Path folder, BackupManifest manifest) throws IOException {
    byte[] json = EventJson.write(manifest);
    byte[] hash = (Chunks.name(json) + "\n").getBytes(UTF_8);
    byte[] both = new byte[hash.length + json.length];
    System.arraycopy(hash, 0, both, 0, hash.length);
    System.arraycopy(json, 0, both, hash.length, json.length);
    DurableFiles.write(folder.resolve(manifest.id() + MANIFEST), both);
  }

  void delete(Path folder, BackupManifest manifest) throws IOException {
    Files.deleteIfExists(folder.resolve(manifest.id() + MANIFEST));
  }

  private static List<BackupManifest> read(Path folder) throws IOException {
    List<BackupManifest> read = new ArrayList<>();
    for (Path file : manifests(folder)) {
      read.add(manifest(file));
    }
    return read;
  }

  private static List<Path> manifests(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(MANIFEST)).sorted().toList();
    }
  }

  private static BackupManifest manifest(Path file) throws IOException {
    byte[] both = Files.readAllBytes(file);
    String text = new String(both, UTF_8);
    int line = text.indexOf('\n');
    byte[] json = text.substring(line + 1).getBytes(UTF_8);
    if (line < 0 || !Chunks.name(json).equals(text.substring(0, line))) {
      throw new DamagedBackup(
          "The manifest "
              + file
              + " is damaged: move it out of the folder to use an older copy instead.");
    }
    return EventJson.read(json, BackupManifest.class);
  }

  /**
   * Keeps other programs from making or removing copies here; closing it lets them again. Waits two
   * minutes at most.
   *
   * @throws FolderBusy if another one does
   * @throws IOException with a sentence if the folder cannot be reached
   */
  FileChannel lock() throws IOException {
    if (owner().isEmpty()) {
      throw new IOException(
          "The backup folder " + path + " is not reachable: check that its disk is there.");
    }
    FileChannel channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (isLocked(channel)) {
        return channel;
      }
      pause();
    }
    channel.close();
    throw new FolderBusy(
        "Another backup into " + path + " is being made; wait until it has ended.");
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by another thread of this process
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while another backup is being made.", e);
    }
  }
}
