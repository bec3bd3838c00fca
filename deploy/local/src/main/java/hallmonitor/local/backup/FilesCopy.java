package hallmonitor.local.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies what stands beside the database: the district's files, the signed checkpoints of the
 * evidence, and the secrets, which are sealed or left out.
 */
public final class FilesCopy {
  static final String CONFIG = "config/";
  static final String SECRETS = "secrets.sealed";

  private final BackupFolder folder;
  private final Sources sources;
  private final InstantSource clock;
  private final CheckpointMirror mirror = new CheckpointMirror();
  private Optional<String> lastSecrets = Optional.empty();
  private List<StoredFile> last = List.of();

  /**
   * Where the files are.
   *
   * @param passphrase seals the secrets; without one they are left out
   */
  public record Sources(
      String installation,
      Path config,
      Path checkpoints,
      Path secrets,
      Optional<String> passphrase) {}

  public FilesCopy(BackupFolder folder, Sources sources, InstantSource clock) {
    this.folder = folder;
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * Makes a copy unless nothing changed since the last one that this object made.
   *
   * @return whether one was made
   * @throws IOException with a sentence if another program makes a backup or a file cannot be read
   */
  public boolean makeIfChanged() throws IOException {
    try (FileChannel lock = folder.lock()) {
      var began = clock.instant();
      mirror.copy(sources.checkpoints(), folder.checkpoints(), began);
      Chunks.Stored stored = new Chunks.Stored();
      TreeCopy copy = new TreeCopy(folder.chunks(), stored);
      List<StoredFile> files = new ArrayList<>(tree(copy, sources.config(), CONFIG));
      Optional<String> secrets =
          sources.passphrase().isPresent()
              ? Optional.of(SealedFolder.fingerprint(sources.secrets()))
              : Optional.empty();
      if (!last.isEmpty() && files.equals(last) && secrets.equals(lastSecrets)) {
        return false;
      }
      List<StoredFile> unsealed = List.copyOf(files);
      if (sources.passphrase().isPresent()) {
        byte[] sealed = SealedFolder.seal(sources.secrets(), sources.passphrase().get());
        files.add(
            new StoredFile(
                SECRETS,
                false,
                sealed.length,
                folder.chunks().put(new ByteArrayInputStream(sealed), stored)));
      }
      folder.write(
          folder.files(),
          new BackupManifest(
              BackupFolder.idOf(began),
              sources.installation(),
              began,
              clock.instant(),
              0,
              Optional.empty(),
              Optional.empty(),
              files));
      last = unsealed;
      lastSecrets = secrets;
      return lock.isOpen();
    }
  }

  private static List<StoredFile> tree(TreeCopy copy, Path from, String prefix) throws IOException {
    return Files.isDirectory(from) ? copy.of(from, prefix, path -> true) : List.of();
  }
}
