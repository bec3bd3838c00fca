package hallmonitor.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.settings.tool.DatabaseOptions;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/export}. */
@Command(
    name = "deploy/export",
    description = {
      "Writes the archive into a folder, as files that need nothing of this program: JSON Lines"
          + " with JSON Schemas, what the platforms sent as WARC 1.1, pictures, and a manifest with"
          + " the SHA-256 of each file. If it was stopped, run it again with the same folder: it"
          + " goes on.",
      "The folder is CONFIDENTIAL: it holds what people wrote, and who they are. Its files can be"
          + " read by you alone, and each run stands in the audit log.%n"
    })
public final class ArchiveExportCommand implements Callable<Integer> {
  private static final int NOT_RIGHT = 1;
  private static final long MEBIBYTE = 1 << 20;

  @Parameters(paramLabel = "FOLDER", description = "where to write, or what to check")
  private Path folder = Path.of("");

  @Option(
      names = "--check",
      description =
          "check the folder against its manifest instead, without any database: every file, record"
              + " and picture; ends with 1 if something is not right")
  private boolean check;

  @Mixin private PartOptions part = new PartOptions();

  @Option(
      names = "--file-size",
      paramLabel = "MIB",
      description = "size after which the next file is begun (${DEFAULT-VALUE})",
      defaultValue = "64")
  private int fileSize;

  @Mixin private DatabaseOptions database = new DatabaseOptions("moderation");

  private UnaryOperator<String> environment = System::getenv;
  private PrintStream out = new PrintStream(System.out, true, UTF_8);

  ArchiveExportCommand() {}

  /**
   * For tests.
   *
   * @param environment null for a variable not set
   */
  ArchiveExportCommand(UnaryOperator<String> environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  public static void main(String[] arguments) {
    Tool.main(new ArchiveExportCommand(), arguments);
  }

  @Override
  public Integer call() throws IOException, SQLException {
    if (check) {
      return check();
    }
    if (fileSize < 1 || fileSize > 2_000) {
      throw new ToolFailure("--file-size is a number of MiB from 1 to 2000.");
    }
    BundleManifest manifest = write(part.part());
    long records = manifest.datasets().stream().mapToLong(BundleManifest.Written::records).sum();
    out.printf("Complete: %,d records in %,d files.%n", records, manifest.files().size());
    moments(manifest);
    out.printf(
        "SHA-256 of manifest.json, to keep apart from the folder: %s%n",
        Sha256.hex(Files.readAllBytes(folder.resolve(Bundle.MANIFEST))));
    out.printf("Check it: deploy/export --check %s%n", folder);
    return 0;
  }

  /** Says so if the bundle does not show one moment. */
  private void moments(BundleManifest manifest) {
    if (manifest.hasSeveralRuns()) {
      out.printf(
          "It was written in %d runs, so it does not show one moment: what came or changed in between may be missing. "
              + "For one moment, begin in a new folder.%n",
          manifest.runs().size());
    }
    for (BundleManifest.Written dataset : manifest.changed()) {
      out.printf(
          "%s changed in between: %,d were written, and %,d were there at the end.%n",
          dataset.name(), dataset.records(), dataset.inLastSnapshot());
    }
  }

  private BundleManifest write(ArchivePart chosen) throws IOException, SQLException {
    try (Connection connection = database.address(environment).open()) {
      for (String account : chosen.accounts()) {
        if (!Snapshot.knows(connection, account)) {
          throw new ToolFailure(
              "The archive has no account '%s'. Name it as district.yaml does.".formatted(account));
        }
      }
      try (BundleFolder bundle = BundleFolder.open(folder)) {
        ArchiveExport.accept(bundle, chosen);
        // The record comes first, so that no export lacks one.
        audit(connection, chosen);
        try (Snapshot snapshot = new Snapshot(connection, chosen)) {
          return new ArchiveExport(
                  bundle,
                  snapshot,
                  Datasets.shipped(),
                  chosen,
                  fileSize * MEBIBYTE,
                  new ExportProgress(out, InstantSource.system()),
                  () -> false)
              .write();
        }
      } catch (OtherVersion e) {
        throw new ToolFailure(
            "The export in %s was begun with another version of Hall Monitor. Begin in a new folder."
                .formatted(folder));
      }
    }
  }

  private void audit(Connection connection, ArchivePart chosen) throws SQLException {
    try (PreparedStatement entry =
        connection.prepareStatement(
            "insert into audit (actor, act, target, detail) values (?, 'export-archive', 'archive', ?)")) {
      entry.setString(1, "command:" + System.getProperty("user.name"));
      entry.setString(
          2, "%s, into %s".formatted(chosen.inWords(), folder.toAbsolutePath().normalize()));
      entry.executeUpdate();
    }
  }

  private int check() throws IOException {
    BundleCheck.Result result = BundleCheck.of(folder);
    if (result.problems().isEmpty()) {
      out.printf(
          "All is as it was written: %,d records in %,d files.%n",
          result.records(), result.files());
      moments(BundleFolder.read(folder).orElseThrow());
      out.printf(
          "SHA-256 of manifest.json: %s%n",
          Sha256.hex(Files.readAllBytes(folder.resolve(Bundle.MANIFEST))));
      return 0;
    }
    result.problems().forEach(out::println);
    return NOT_RIGHT;
  }
}
