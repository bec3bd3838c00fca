package hallmonitor.notifier.evidence.verify;

import hallmonitor.notifier.evidence.checkpoint.CheckpointFolder;
import hallmonitor.notifier.evidence.checkpoint.PublicKeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads checkpoints, time stamps and keys from their folder. */
public final class CheckpointFiles {
  private CheckpointFiles() {}

  /**
   * Reads the folder.
   *
   * @param keys trusted keys; if empty, those found beside the checkpoints
   */
  public static TrustedCheckpoints read(Path folder, List<Path> keys) throws IOException {
    CheckpointFolder files = new CheckpointFolder(folder);
    TrustedCheckpoints trust = new TrustedCheckpoints(keys(keys.isEmpty() ? files.keys() : keys));
    for (Path file : files.files()) {
      Path stamp = CheckpointFolder.timeStampOf(file);
      trust.add(
          file.getFileName().toString(),
          Files.readAllBytes(file),
          Files.exists(stamp) ? Optional.of(Files.readAllBytes(stamp)) : Optional.empty());
    }
    return trust;
  }

  /**
   * Reads keys.
   *
   * @throws IllegalArgumentException naming a file without a key
   */
  public static List<PublicKeyFile> keys(List<Path> files) throws IOException {
    List<PublicKeyFile> keys = new ArrayList<>();
    for (Path file : files) {
      try {
        keys.add(PublicKeyFile.read(Files.readString(file)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(file + " holds no public key of Hall Monitor", e);
      }
    }
    return keys;
  }
}
