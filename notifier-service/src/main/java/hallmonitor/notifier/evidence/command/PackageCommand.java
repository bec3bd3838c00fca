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
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.tool.DatabaseOptions;
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
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/**
 * Writes the package of a case, and queues a record for sealing that says who took it: reads of
 * evidence are evidence, too.
 */
@Command(
    name = "package",
    description = "Writes everything that is sealed about one case as a ZIP file.%n")
final class PackageCommand implements Callable<Integer> {
  /** The kind of that record. */
  static final String KIND = "package-made";

  /**
   * The content of that record.
   *
   * @param by who asked
   * @param sha256 of the ZIP
   */
  record PackageMade(String by, boolean redacted, String sha256, Instant at) {}

  @ParentCommand private EvidenceCommand evidence;
  @Mixin private DatabaseOptions ledger = new DatabaseOptions("notifier");
  @Mixin private CheckpointsOption checkpoints;

  @Mixin private PackageOptions options;

  private final Clock clock = Clock.systemUTC();
  private final List<String> warnings = new ArrayList<>();
  private int recordsSaid;

  @Override
  public Integer call() throws IOException, SQLException {
    UUID caseId = options.caseId();
    Optional<RedactedNames> names = options.names();
    try (Connection connection = ledger.address(evidence.environment()).open()) {
      String table = LedgerTable.in(connection);
      List<SealedRecord> records = new ArrayList<>();
      LedgerRows.each(
          connection, table, "where case_id = '" + caseId + "'", record -> records.add(record));
      if (records.isEmpty()) {
        throw new ToolFailure("Nothing is sealed about the case " + caseId + ".");
      }
      try (Handle handle = Jdbi.create(connection).open()) {
        Map<String, byte[]> files = CasePackage.of(parts(handle, table, records), names);
        byte[] zip = zip(files);
        Files.write(options.file(), zip);
        note(handle, names.isPresent(), zip);
      }
    }
    PrintStream out = evidence.out();
    out.printf(
        "%s: %d records%s.%n", options.file(), recordsSaid, names.isPresent() ? ", redacted" : "");
    warnings.forEach(out::println);
    return 0;
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
    facts.put("case", options.caseId().toString());
    facts.put("packed", clock.instant().toString());
    Optional<District> district = district();
    district.ifPresent(d -> facts.put("district", d.name()));
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
        district.map(PackageCommand::people).orElse(Map.of()),
        options.certificate());
  }

  private static Optional<String> column(Handle handle, String table, String name, long sequence) {
    return handle
        .createQuery("select " + name + " from " + table + " where sequence = :n")
        .bind("n", sequence)
        .mapTo(String.class)
        .findOne();
  }

  private long waiting(Handle handle) {
    return AttachmentQueue.waiting(handle, options.caseId())
        + Evidence.waiting(handle, options.caseId());
  }

  private static Map<String, String> people(District district) {
    return district.people().stream().collect(Collectors.toMap(Person::id, Person::name));
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

  private void note(Handle handle, boolean withoutNames, byte[] zip) {
    Instant now = clock.instant();
    Evidence.add(
        handle,
        List.of(
            new EvidenceEntry(
                UUID.randomUUID(),
                options.caseId(),
                KIND,
                new PackageMade(options.by(), withoutNames, Hash.of(zip), now),
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
