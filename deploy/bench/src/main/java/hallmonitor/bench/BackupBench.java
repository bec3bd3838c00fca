package hallmonitor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.Folders;
import hallmonitor.local.backup.BackupFolder;
import hallmonitor.local.backup.BackupSettings;
import hallmonitor.local.backup.BackupState;
import hallmonitor.local.backup.DatabaseCopy;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import hallmonitor.system.ScratchStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Backs up and restores a whole stack with a large archive. */
@Command(
    name = "deploy/bench/backup",
    description =
        "Measures a whole backup of a large archive, one after a hundredth of the comments changed,"
            + " and a restore; on free ports and with data of its own, next to each other on one"
            + " disk. Nothing else should run beside it.%n")
public final class BackupBench implements Callable<Integer> {
  private static final int KEEP = 7;
  private static final double TEN_MILLION = 10_000_000;

  @Option(
      names = "--archived",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "archived comments, at least 1 (${DEFAULT-VALUE})")
  private int archived;

  @Mixin private final FigureOutput output = FigureOutput.ofStack();

  private record Timed<T>(T result, double seconds) {}

  /** Something that takes a while. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws Exception;
  }

  public static void main(String[] arguments) {
    Tool.main(new BackupBench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    NumberOptions.atLeast(1, "--archived", archived);
    output.check();
    output.head();
    Path folder = Files.createTempDirectory("hall-monitor-backup-bench-");
    try {
      measure(folder);
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private void measure(Path folder) throws Exception {
    Path passphrase = Files.writeString(folder.resolve("passphrase"), "of a measurement");
    BackupFolder backups = new BackupFolder(folder.resolve("backups"));
    BackupSettings settings =
        new BackupSettings(
            backups.path(),
            Optional.of(passphrase),
            KEEP,
            LocalTime.now(ZoneId.systemDefault()).plusHours(1));
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("archived", archived);
    try (ScratchStack stack = ScratchStack.start(s -> s.withBackup(settings))) {
      Path data = stack.stack().settings().data();
      awaitFirst(data);
      EmbeddedDatabase database = stack.stack().database();
      OldComments.put(database.dataSource(DatabaseRole.MODERATION), archived);
      DatabaseCopy copy =
          new DatabaseCopy(
              backups,
              data.resolve("database"),
              database.ownersDataSource()::getConnection,
              InstantSource.system());
      Timed<DatabaseCopy.Made> whole = timed(() -> copy.make(KEEP));
      note(figures, "whole", whole);
      change(database);
      note(figures, "next", timed(() -> copy.make(KEEP)));
    }
    Timed<String> restore = timed(() -> restore(backups, passphrase, folder.resolve("restored")));
    System.out.println(restore.result());
    figures.put("restoreSeconds", restore.seconds());
    print(figures);
    output.write(figures);
  }

  /** The first copy, of a database without comments, is not what is measured. */
  private static void awaitFirst(Path data) throws InterruptedException {
    Path state = data.resolve("run/backup.json");
    while (!isBackedUp(state)) {
      Thread.sleep(200);
    }
  }

  private static boolean isBackedUp(Path state) {
    try {
      return BackupState.read(state).lastBackup().isPresent();
    } catch (IOException e) {
      return false; // not written yet
    }
  }

  private static void change(EmbeddedDatabase database) throws SQLException {
    try (Connection connection = database.ownersDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update moderation.comment set changed_at = now() where abs(hashtext(comment_id)) % 100 = 0");
    }
  }

  private static String restore(BackupFolder backups, Path passphrase, Path into) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    ScratchStack.root().resolve("deploy/restore").toString(),
                    "--from=" + backups.path(),
                    "--data=" + into,
                    "--passphrase-file=" + passphrase))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new ToolFailure("The restore failed: " + said);
    }
    return said;
  }

  private static <T> Timed<T> timed(Work<T> work) throws Exception {
    long began = System.nanoTime();
    T result = work.run();
    return new Timed<>(result, (System.nanoTime() - began) / 1e9);
  }

  private static void note(
      Map<String, Object> figures, String name, Timed<DatabaseCopy.Made> copy) {
    figures.put(name + "Seconds", copy.seconds());
    figures.put(name + "ReadMegabytes", copy.result().read() / 1e6);
    figures.put(name + "AddedMegabytes", copy.result().added() / 1e6);
  }

  private void print(Map<String, Object> figures) {
    System.out.printf("%,d archived comments%n%30s%30s%n", archived, "", "so 10 million, in line");
    figures.forEach(
        (name, value) -> {
          if (value instanceof Double measured) {
            System.out.printf(
                "%-22s%,8.1f%,30.0f%n", name, measured, measured * TEN_MILLION / archived);
          }
        });
  }
}
