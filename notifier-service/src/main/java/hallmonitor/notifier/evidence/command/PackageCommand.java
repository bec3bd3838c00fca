package hallmonitor.notifier.evidence.command;

import hallmonitor.notifier.evidence.Evidence;
import hallmonitor.notifier.evidence.EvidenceEntry;
import hallmonitor.notifier.evidence.attachment.AttachmentQueue;
import hallmonitor.notifier.evidence.casefile.CasePackage;
import hallmonitor.notifier.evidence.casefile.RedactedNames;
import hallmonitor.notifier.evidence.checkpoint.CheckpointFolder;
import hallmonitor.notifier.evidence.checkpoint.LedgerCheckpoint;
import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import hallmonitor.notifier.evidence.sealing.Ledger;
import hallmonitor.notifier.evidence.verify.LedgerRows;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.tool.ToolFailure;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * Writes the package of a case, and puts a record before the seal that somebody took it: reads of
 * evidence are evidence, too.
 */
@Command(
    name = "package",
    description = "Writes everything that is sealed about one case as a ZIP file.%n")
final class PackageCommand implements Callable<Integer> {
  /** The kind of that record. */
  static final String KIND = "package-made";

  /**
   * @param by who asked
   * @param sha256 of the ZIP
   */
  record PackageMade(String by, boolean redacted, String sha256, Instant at) {}

  @ParentCommand private EvidenceCommand evidence;
  @Mixin private LedgerOptions ledger;
  @Mixin private CheckpointsOption checkpoints;

  @Spec private CommandSpec command;

  private UUID caseId;

  @Option(
      names = "--case",
      required = true,
      paramLabel = "ID",
      description = "the case, by the id that the console shows")
  private void caseId(String id) {
    try {
      caseId = UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(),
          "--case takes the id of a case, as the console shows it, not '" + id + "'.");
    }
  }

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.zip",
      description = "the file to write")
  private Path file;

  @Option(
      names = "--redacted",
      paramLabel = "NAMES.txt",
      description =
          "without the students that the file names, one a line: \"Ana Ruiz Mora | reason\"")
  private Path redacted;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "who takes the package, for the record (the user of the system)")
  private String by;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "another template for the draft certificate")
  private Path certificate;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException, SQLException {
    Optional<RedactedNames> names = names();
    try (Connection connection = ledger.address(evidence.environment()).open()) {
      String table = LedgerAddress.table(connection);
      List<SealedRecord> records = new ArrayList<>();
      LedgerRows.each(
          connection, table, "where case_id = '" + caseId + "'", record -> records.add(record));
      if (records.isEmpty()) {
        throw new ToolFailure("Nothing is sealed about the case " + caseId + ".");
      }
      try (Handle handle = Jdbi.create(connection).open()) {
        Map<String, byte[]> files = CasePackage.of(parts(handle, table, records), names);
        byte[] zip = zip(files);
        Files.write(file, zip);
        note(handle, names.isPresent(), zip);
      }
    }
    PrintStream out = evidence.out();
    out.printf("%s: %d records%s.%n", file, recordsSaid, names.isPresent() ? ", redacted" : "");
    warnings.forEach(out::println);
    return 0;
  }

  private final List<String> warnings = new ArrayList<>();
  private int recordsSaid;

  private Optional<RedactedNames> names() throws IOException {
    if (redacted == null) {
      return Optional.empty();
    }
    if (!Files.isReadable(redacted)) {
      throw new ToolFailure(redacted + " cannot be read: it names the students to leave out.");
    }
    RedactedNames names = RedactedNames.read(Files.readString(redacted));
    if (names.students().isEmpty()) {
      throw new ToolFailure(redacted + " names nobody; a package is redacted by a list of names.");
    }
    return Optional.of(names);
  }

  private CasePackage.Parts parts(Handle handle, String table, List<SealedRecord> records)
      throws IOException {
    recordsSaid = records.size();
    CheckpointFolder folder =
        new CheckpointFolder(
            checkpoints
                .find(ledger.data(), evidence.environment())
                .orElseThrow(
                    () ->
                        new ToolFailure(
                            "Name the folder of the signed checkpoints with --checkpoints: without"
                                + " them a package proves less than it should.")));
    SealedRecord.Head head = Ledger.head(handle);
    List<LedgerCheckpoint> signed = new ArrayList<>();
    for (Path checkpoint : folder.files()) {
      signed.add(LedgerCheckpoint.read(Files.readString(checkpoint)));
    }
    List<LedgerCheckpoint> usable =
        signed.stream().filter(c -> c.head().sequence() <= head.sequence()).toList();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("case", caseId.toString());
    facts.put("packed", clock.instant().toString());
    district().ifPresent(d -> facts.put("district", d));
    if (!usable.isEmpty()) {
      LedgerCheckpoint newest = usable.get(usable.size() - 1);
      facts.put("signed", Long.toString(newest.head().sequence()));
      facts.put("signedAt", newest.at().toString());
      facts.put("key", newest.key());
    }
    long last = records.get(records.size() - 1).sequence();
    if (usable.stream().noneMatch(c -> c.head().sequence() >= last)) {
      warnings.add(
          "Not all of them are covered by a signed checkpoint yet; one is written every few minutes"
              + " and at each stop. Make the package again after that.");
    }
    long waiting = waiting(handle);
    if (waiting > 0) {
      warnings.add(waiting + " entries or attachments of the case are not sealed yet.");
    }
    return new CasePackage.Parts(
        records,
        new CasePackage.Sources(
            n -> column(handle, table, "hash", n),
            n -> column(handle, table, "link", n),
            head.sequence(),
            usable.stream().map(c -> c.head().sequence()).toList()),
        folder,
        sha256 -> Ledger.blob(handle, sha256),
        waiting,
        facts,
        ownCertificate());
  }

  private static Optional<String> column(Handle handle, String table, String name, long sequence) {
    return handle
        .createQuery("select " + name + " from " + table + " where sequence = :n")
        .bind("n", sequence)
        .mapTo(String.class)
        .findOne();
  }

  private long waiting(Handle handle) {
    return AttachmentQueue.waiting(handle, caseId) + Evidence.waiting(handle, caseId);
  }

  private Optional<String> ownCertificate() throws IOException {
    return certificate == null ? Optional.empty() : Optional.of(Files.readString(certificate));
  }

  /** The district's name, where its file is beside the data. */
  private Optional<String> district() {
    Path district =
        Optional.ofNullable(evidence.environment().apply("HALLMONITOR_CONFIG_DIR"))
            .map(Path::of)
            .orElse(ledger.data().resolve("config"))
            .resolve("district.yaml");
    try {
      return Optional.of(DistrictFile.read(Files.readString(district)).name());
    } catch (IOException | InvalidFileException e) {
      return Optional.empty();
    }
  }

  private void note(Handle handle, boolean withoutNames, byte[] zip) {
    Instant now = clock.instant();
    Evidence.add(
        handle,
        List.of(
            new EvidenceEntry(
                UUID.randomUUID(),
                caseId,
                KIND,
                new PackageMade(by, withoutNames, Hash.of(zip), now),
                now)));
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
