package hallmonitor.notifier.evidence.command;

import hallmonitor.notifier.evidence.casefile.RedactedNames;
import hallmonitor.notifier.evidence.checkpoint.CheckpointFolder;
import hallmonitor.notifier.evidence.desk.PackageMaker;
import hallmonitor.notifier.evidence.desk.PackageMaker.PackageRequest;
import hallmonitor.notifier.evidence.desk.PackageMaker.Packed;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.tool.DatabaseOptions;
import hallmonitor.settings.tool.ToolFailure;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Writes the package of a case, and queues a record for sealing that says who took it. */
@Command(
    name = "package",
    description = "Writes everything that is sealed about one case as a ZIP file.%n")
final class PackageCommand implements Callable<Integer> {
  @ParentCommand private EvidenceCommand evidence;
  @Mixin private DatabaseOptions ledger = new DatabaseOptions("notifier");
  @Mixin private CheckpointsOption checkpoints;

  @Mixin private PackageOptions options;

  @Override
  public Integer call() throws IOException, SQLException {
    Optional<RedactedNames> names = options.names();
    PackageRequest request =
        new PackageRequest(
            options.caseId(), names, options.by(), Optional.empty(), options.certificate());
    Packed packed;
    try (Connection connection = ledger.address(evidence.environment()).open()) {
      LedgerTable.in(connection);
      PackageMaker maker =
          new PackageMaker(folder(), district(), Long.MAX_VALUE, InstantSource.system());
      try (Handle handle = Jdbi.create(connection).open()) {
        packed =
            maker
                .pack(handle, request)
                .orElseThrow(
                    () ->
                        new ToolFailure(
                            "Nothing is sealed about the case " + options.caseId() + "."));
        maker.note(
            handle, request, PackageMaker.write(packed, Files.newOutputStream(options.file())));
      }
    }
    say(packed, names.isPresent());
    return 0;
  }

  private CheckpointFolder folder() {
    return new CheckpointFolder(
        checkpoints
            .find(ledger.data(), evidence.environment())
            .orElseThrow(
                () ->
                    new ToolFailure(
                        "Name the folder of the signed checkpoints with --checkpoints: without"
                            + " them a package proves less than it should.")));
  }

  private void say(Packed packed, boolean redacted) {
    PrintStream out = evidence.out();
    out.printf(
        "%s: %d records%s.%n", options.file(), packed.records(), redacted ? ", redacted" : "");
    if (packed.unsigned() > 0) {
      out.println(
          "Not all of them are covered by a signed checkpoint yet; one is written every few minutes"
              + " and at each stop. Make the package again after that.");
    }
    if (packed.waiting() > 0) {
      out.println(packed.waiting() + " entries or attachments of the case are not sealed yet.");
    }
  }

  /** Returns the district if its file is beside the data. */
  private Optional<District> district() {
    Path district =
        Optional.ofNullable(evidence.environment().apply("HALLMONITOR_CONFIG_DIR"))
            .map(Path::of)
            .orElse(ledger.data().resolve("config"))
            .resolve("district.yaml");
    try {
      return Optional.of(DistrictFile.read(Files.readString(district)));
    } catch (IOException | InvalidFileException e) {
      return Optional.empty();
    }
  }
}
