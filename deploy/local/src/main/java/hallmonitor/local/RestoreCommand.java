package hallmonitor.local;

import hallmonitor.embedded.CannotStart;
import hallmonitor.local.backup.BackupFolder;
import hallmonitor.local.backup.BackupListing;
import hallmonitor.local.backup.BackupSettings;
import hallmonitor.local.backup.Restore;
import hallmonitor.local.backup.RestoredDatabase;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Restores a backup into a new data folder. */
@Command(
    name = "deploy/restore",
    description = {
      "Restores a backup into a new data folder, to its newest moment or to an earlier one. Nothing"
          + " is overwritten, and the backup stays as it is.",
      "Proves the evidence, and prints what the next start reads again from the platforms. Ends with"
          + " 1 if the evidence is not proven, with 2 if nothing was restored.%n"
    })
public final class RestoreCommand implements Callable<Integer> {
  private final Path root = Path.of(System.getProperty("hallmonitor.root", "."));

  @Option(names = "--from", paramLabel = "FOLDER", description = "the backup folder, required")
  private @Nullable Path from;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "the data folder to make, new or empty (data)")
  private Path data = root.resolve("data");

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "go back to this moment: 2026-11-30T08:15 in this machine's time zone, or"
              + " 2026-11-30T14:15:00Z (the newest one)")
  private @Nullable String at;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "a file with the passphrase that opens the secrets in the backup")
  private @Nullable Path passphraseFile;

  @Option(
      names = "--secrets",
      paramLabel = "FOLDER",
      description = "a folder with the secrets, kept elsewhere (those in the backup)")
  private @Nullable Path secrets;

  @Option(names = "--list", description = "only prints what is there, and to when it can go back")
  private boolean list;

  @Option(
      names = "--sql",
      description =
          "only prints what the administrator of another database runs after restoring it with tools"
              + " of its own: deploy/restore --sql | psql DATABASE")
  private boolean sql;

  public static void main(String[] arguments) {
    Tool.main(new RestoreCommand(), arguments);
  }

  @Override
  public Integer call() throws IOException, SQLException {
    if (sql) {
      System.out.print(RestoredDatabase.statements());
      return 0;
    }
    if (from == null) {
      throw new ToolFailure("Name the backup folder with --from=FOLDER.");
    }
    BackupFolder folder = new BackupFolder(from);
    if (list) {
      return new BackupListing(folder, System.out).print() ? 0 : 1;
    }
    try {
      Restore.Order order =
          new Restore.Order(
              folder,
              Optional.ofNullable(at).map(RestoreCommand::moment),
              Optional.ofNullable(passphraseFile).map(BackupSettings::passphrase),
              Optional.ofNullable(secrets));
      RestoredRun run = new RestoredRun(root, data.toAbsolutePath().normalize(), System.out);
      return run.restore(order) ? 0 : 1;
    } catch (CannotStart e) {
      throw ToolFailure.saying(e);
    }
  }

  static Instant moment(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      return iso.endsWith("Z")
          ? Instant.parse(iso)
          : LocalDateTime.parse(iso).atZone(ZoneId.systemDefault()).toInstant();
    } catch (DateTimeException e) {
      throw new ToolFailure(
          "'%s' is no time: write it as 2026-11-30T08:15 or 2026-11-30T14:15:00Z.".formatted(text));
    }
  }
}
