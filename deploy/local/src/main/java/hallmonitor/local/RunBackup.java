package hallmonitor.local;

import hallmonitor.embedded.CannotStart;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The backup of one run: prepared before the database starts, running after that. */
final class RunBackup {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

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
   * @throws CannotStart if the folder belongs to another installation, or the passphrase cannot be
   *     read
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
    claimInTime(new BackupFolder(settings.get().folder()), data, installation);
    return new RunBackup(data, settings, installation);
  }

  /**
   * A share may hang for hours when its server is gone. It is treated like a folder that is gone.
   */
  private static void claimInTime(BackupFolder folder, DataFolder data, String installation) {
    CompletableFuture<Void> claim =
        CompletableFuture.runAsync(
            () -> claim(folder, data, installation),
            task -> {
              Thread thread = new Thread(task, "backup folder");
              thread.setDaemon(true);
              thread.start();
            });
    try {
      claim.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      if (!isKnown(folder, data)) {
        throw new CannotStart(
            "The backup folder %s does not answer: check that its disk is there, or name another one with --backup."
                .formatted(folder.path()),
            e);
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted while looking at the backup folder.", e);
    }
  }

  private static boolean isKnown(BackupFolder folder, DataFolder data) {
    return WalArchive.lastOf(data.database()).equals(Optional.of(folder.archive()));
  }

  /** Makes the folder this installation's, and notes whether the log has a gap before it. */
  static void claim(BackupFolder folder, DataFolder data, String installation) {
    boolean known = isKnown(folder, data);
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
