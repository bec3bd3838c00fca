package hallmonitor.local.backup;

import hallmonitor.contract.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * How the backups stand, as a small JSON file that other programs read. It is written every minute:
 * one that is older than five minutes means that nothing is backed up.
 *
 * @param at when this was written
 * @param folder of the backups
 * @param lastBackup when the newest copy of the database ended
 * @param lastArchived when the newest segment of the log was archived
 * @param secretsSealed whether the secrets are in the backup
 * @param trouble what is wrong, in words for people; absent if all is well
 * @param urgent whether the trouble will soon stop Hall Monitor
 */
public record BackupState(
    Instant at,
    String folder,
    Optional<Instant> lastBackup,
    Optional<Instant> lastArchived,
    boolean secretsSealed,
    Optional<String> trouble,
    boolean urgent) {
  void write(Path file) throws IOException {
    DurableFiles.write(file, EventJson.write(this));
  }

  /** Reads the state of a run. */
  public static BackupState read(Path file) throws IOException {
    return EventJson.read(Files.readAllBytes(file), BackupState.class);
  }
}
