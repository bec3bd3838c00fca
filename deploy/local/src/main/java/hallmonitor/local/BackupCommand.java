package hallmonitor.local;

import hallmonitor.embedded.CannotStart;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.FreePorts;
import hallmonitor.embedded.WalArchive;
import hallmonitor.local.backup.BackupFolder;
import hallmonitor.local.backup.BackupListing;
import hallmonitor.local.backup.BackupSettings;
import hallmonitor.local.backup.DatabaseCopy;
import hallmonitor.local.backup.FilesCopy;
import hallmonitor.settings.tool.DatabaseAddress;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a backup of the local run now, lists what there is, or reads all of it. */
@Command(
    name = "deploy/backup",
    description = {
      "Backs up the local run now, in addition to the daily backup. Hall Monitor may run meanwhile,"
          + " if it was started with --backup=FOLDER; where it is stopped, its database is started"
          + " for the time of this.",
      "Only what changed since the last backup is stored.%n"
    })
public final class BackupCommand implements Callable<Integer> {
  private static final int DAMAGED = 1;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "the local run's data folder (data)")
  private Path data = Path.of(System.getProperty("hallmonitor.root", "."), "data");

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "the backup folder (the one that Hall Monitor was started with last)")
  private @Nullable Path to;

  @Option(
      names = "--config",
      paramLabel = "FOLDER",
      description = "where the district's YAML files are (config in the data folder)")
  private @Nullable Path config;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "seal the secrets with the passphrase in it (they are left out)")
  private @Nullable Path passphraseFile;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "how many backups of the database stay, at least 1 (${DEFAULT-VALUE})")
  private int keep = BackupSettings.KEEP;

  @Option(names = "--list", description = "only prints what is there, and to when it can go back")
  private boolean list;

  @Option(
      names = "--verify",
      description = "only reads all that is there; ends with 1 if something is damaged")
  private boolean verify;

  public static void main(String[] arguments) {
    Tool.main(new BackupCommand(), arguments);
  }

  @Override
  public Integer call() throws IOException, SQLException {
    if (keep < 1) {
      throw new ToolFailure("--keep must be 1 or more, not " + keep + ".");
    }
    try {
      BackupFolder folder = new BackupFolder(folder());
      if (list || verify) {
        BackupListing listing = new BackupListing(folder, System.out);
        return (list ? listing.print() : listing.verify()) ? 0 : DAMAGED;
      }
      make(folder);
      return 0;
    } catch (CannotStart e) {
      throw ToolFailure.saying(e);
    }
  }

  private Path database() {
    return data.toAbsolutePath().normalize().resolve("database");
  }

  private Path folder() {
    return Optional.ofNullable(to)
        .or(() -> WalArchive.lastOf(database()).map(WalArchive::folder))
        .orElseThrow(
            () ->
                new ToolFailure(
                    "No backup folder is known for the data folder %s: name one with --to, or start Hall Monitor with --backup=FOLDER."
                        .formatted(data)));
  }

  private void make(BackupFolder folder) throws IOException, SQLException {
    if (!Files.isDirectory(database().resolve("cluster"))) {
      throw new ToolFailure(
          "There is no database in %s: name the data folder of the local run with --data."
              .formatted(data));
    }
    if (!Files.isWritable(database())) {
      throw new ToolFailure(
          "%s cannot be written: run this as the account that Hall Monitor runs under."
              .formatted(database()));
    }
    Optional<DatabaseAddress> running = running();
    if (running.isPresent()) {
      if (!WalArchive.lastOf(database()).equals(Optional.of(folder.archive()))) {
        throw new ToolFailure(
            "Hall Monitor runs without a backup into %s: stop it, and start it with --backup=%s."
                .formatted(folder.path(), folder.path()));
      }
      copy(folder, running.get()::open);
      return;
    }
    DataFolder opened = DataFolder.open(data.toAbsolutePath().normalize());
    try (DataLock lock = DataLock.take(opened)) {
      RunBackup.claim(folder, opened, WalArchive.identifier(database()).orElseThrow());
      try (EmbeddedDatabase server =
          EmbeddedDatabase.start(
              database(),
              FreePorts.one(),
              new LocalSecrets(opened).database(),
              Optional.of(folder.archive()))) {
        copy(folder, server.ownersDataSource()::getConnection);
      }
    }
  }

  /** The command's own environment names a service's database, never its owner. */
  private Optional<DatabaseAddress> running() {
    try {
      return Optional.of(
          DatabaseAddress.find("postgres", Optional.empty(), data, variable -> null));
    } catch (ToolFailure e) {
      return Optional.empty();
    }
  }

  private void copy(BackupFolder folder, DatabaseCopy.Owner owner)
      throws IOException, SQLException {
    DataFolder from = new DataFolder(data.toAbsolutePath().normalize());
    FilesCopy.Sources files =
        new FilesCopy.Sources(
            WalArchive.identifier(database()).orElseThrow(),
            Optional.ofNullable(config).orElse(from.config()),
            from.checkpoints(),
            from.secrets(),
            Optional.ofNullable(passphraseFile).map(BackupSettings::passphrase));
    new FilesCopy(folder, files, InstantSource.system()).makeIfChanged();
    DatabaseCopy.Made made =
        new DatabaseCopy(folder, database(), owner, InstantSource.system()).make(keep);
    System.out.printf(
        "Backed up to %s: %,d MB, %,d MB of it new.%n",
        folder.path(), made.read() / 1_000_000, made.added() / 1_000_000);
  }
}
