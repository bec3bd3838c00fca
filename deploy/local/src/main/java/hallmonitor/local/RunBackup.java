package hallmonitor.local;

import hallmonitor.embedded.DatabasePasswords;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.WalArchive;
import hallmonitor.local.backup.BackupFolder;
import hallmonitor.local.backup.BackupJob;
import hallmonitor.local.backup.BackupSettings;
import hallmonitor.local.backup.FilesCopy;
import hallmonitor.local.backup.LogGap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** The backup of one run: prepared before the database starts, running after that. */
final class RunBackup {
  private final DataFolder data;
  private final Optional<BackupSettings> settings;
  private final String installation;

  private RunBackup(DataFolder data, Optional<BackupSettings> settings, String installation) {
    this.data = data;
    this.settings = settings;
    this.installation = installation;
  }

  /**
   * Makes the folder this installation's. One that was used before and is gone, such as a disk that
   * is not there, does not prevent the start: it is reported, and the archive waits for it.
   *
   * @throws hallmonitor.embedded.CannotStart if the folder belongs to another installation, or the
   *     passphrase cannot be read
   */
  static RunBackup prepare(StackSettings stack, DataFolder data, DatabasePasswords passwords) {
    Optional<BackupSettings> settings = stack.backup();
    if (settings.isEmpty()) {
      forgetState(data);
      return new RunBackup(data, settings, "");
    }
    settings.get().passphrase();
    EmbeddedDatabase.create(data.database(), passwords);
    String installation = WalArchive.identifier(data.database()).orElseThrow();
    claim(new BackupFolder(settings.get().folder()), data, installation);
    return new RunBackup(data, settings, installation);
  }

  /** Makes the folder this installation's, and notes whether the log has a gap before it. */
  static void claim(BackupFolder folder, DataFolder data, String installation) {
    boolean known = WalArchive.lastOf(data.database()).equals(Optional.of(folder.archive()));
    if (!known || Files.isRegularFile(folder.archive().installation())) {
      folder.claim(installation);
    }
    if (!known) {
      LogGap.open(data.database());
    }
  }

  private static void forgetState(DataFolder data) {
    try {
      Files.deleteIfExists(data.backupState());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<WalArchive> archive() {
    return settings.map(some -> new WalArchive(some.folder()));
  }

  /** Starts the job if there is one. */
  Optional<BackupJob> start(EmbeddedDatabase server, Path config, StartProgress progress) {
    return settings.map(
        some -> {
          if (some.passphraseFile().isEmpty()) {
            progress.say(
                "The backup leaves the secrets out: keep a copy of %s elsewhere, or seal them with --backup-passphrase-file."
                    .formatted(data.secrets()));
          }
          FilesCopy.Sources files =
              new FilesCopy.Sources(
                  installation, config, data.checkpoints(), data.secrets(), some.passphrase());
          return new BackupJob(
                  new BackupJob.Run(some, data.database(), server, files, data.backupState()),
                  InstantSource.system(),
                  progress::say)
              .start();
        });
  }
}
