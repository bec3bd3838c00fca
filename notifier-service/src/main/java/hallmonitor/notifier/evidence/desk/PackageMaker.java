package hallmonitor.notifier.evidence.desk;

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
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;

/** Makes the package of a case, for the command and for the console alike. */
public final class PackageMaker {
  /** The kind of the record that says who took a package: reads of evidence are evidence, too. */
  public static final String KIND = "package-made";

  /**
   * What is asked for.
   *
   * @param names of the students to leave out; absent for a full package
   * @param by who asked, for the record
   * @param purpose in their words; absent if the command made it
   * @param certificate another template for the draft certificate
   */
  public record PackageRequest(
      UUID caseId,
      Optional<RedactedNames> names,
      String by,
      Optional<String> purpose,
      Optional<String> certificate) {}

  /**
   * A package before it is written.
   *
   * @param files by name
   * @param records of the case
   * @param unsigned how many of them no signed checkpoint covers yet
   * @param waiting entries and attachments of the case that are not sealed yet
   */
  public record Packed(Map<String, byte[]> files, int records, int unsigned, long waiting) {}

  /** The content of the record that says who took it; {@code sha256} is that of the file. */
  record PackageMade(
      String by, boolean redacted, String sha256, Instant at, Optional<String> purpose) {}

  /** Thrown if the attachments of a case need more room than there is. */
  public static final class TooLarge extends RuntimeException {}

  private final CheckpointFolder folder;
  private final Optional<District> district;
  private final long most;
  private final InstantSource clock;

  /**
   * Creates a maker.
   *
   * @param district names the people; absent if its file cannot be read
   * @param most bytes of all attachments
   */
  public PackageMaker(
      CheckpointFolder folder, Optional<District> district, long most, InstantSource clock) {
    this.folder = folder;
    this.district = district;
    this.most = most;
    this.clock = clock;
  }

  /**
   * Collects the files.
   *
   * @param handle in no transaction
   * @return empty if nothing is sealed about the case
   * @throws TooLarge if the attachments are
   */
  public Optional<Packed> pack(Handle handle, PackageRequest request)
      throws IOException, SQLException {
    String table = Ledger.table(handle);
    List<SealedRecord> records = new ArrayList<>();
    LedgerRows.each(
        handle.getConnection(),
        table,
        "where case_id = '" + request.caseId() + "'",
        record -> records.add(record));
    if (records.isEmpty()) {
      return Optional.empty();
    }
    long end = Ledger.head(handle).sequence();
    List<LedgerCheckpoint> signed = new ArrayList<>();
    for (Path checkpoint : folder.files()) {
      LedgerCheckpoint read = LedgerCheckpoint.read(Files.readString(checkpoint));
      if (read.head().sequence() <= end) {
        signed.add(read);
      }
    }
    long waiting =
        AttachmentQueue.waiting(handle, request.caseId())
            + Evidence.waiting(handle, request.caseId());
    CasePackage.Parts parts =
        new CasePackage.Parts(
            records,
            new CasePackage.Sources(
                n -> column(handle, table, "hash", n),
                n -> column(handle, table, "link", n),
                end,
                signed.stream().map(c -> c.head().sequence()).toList()),
            folder,
            new Blobs(handle)::next,
            waiting,
            facts(request, signed),
            district.map(PackageMaker::people).orElse(Map.of()),
            request.certificate());
    long covered = signed.stream().mapToLong(c -> c.head().sequence()).max().orElse(0);
    int unsigned = (int) records.stream().filter(r -> r.sequence() > covered).count();
    return Optional.of(
        new Packed(CasePackage.of(parts, request.names()), records.size(), unsigned, waiting));
  }

  private Map<String, String> facts(PackageRequest request, List<LedgerCheckpoint> signed) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("case", request.caseId().toString());
    facts.put("packed", clock.instant().toString());
    district.ifPresent(d -> facts.put("district", d.name()));
    if (!signed.isEmpty()) {
      LedgerCheckpoint newest = signed.get(signed.size() - 1);
      facts.put("signed", Long.toString(newest.head().sequence()));
      facts.put("signedAt", newest.at().toString());
      facts.put("key", newest.key());
    }
    return facts;
  }

  /** Counts what is loaded, because a service has little memory. */
  private final class Blobs {
    private final Handle handle;
    private long bytes;

    Blobs(Handle handle) {
      this.handle = handle;
    }

    Optional<byte[]> next(String sha256) {
      Optional<byte[]> found = Ledger.blob(handle, sha256);
      bytes += found.map(content -> content.length).orElse(0);
      if (bytes > most) {
        throw new TooLarge();
      }
      return found;
    }
  }

  private static Optional<String> column(Handle handle, String table, String name, long sequence) {
    return handle
        .createQuery("select " + name + " from " + table + " where sequence = :n")
        .bind("n", sequence)
        .mapTo(String.class)
        .findOne();
  }

  private static Map<String, String> people(District district) {
    return district.people().stream().collect(Collectors.toMap(Person::id, Person::name));
  }

  /**
   * Writes a package as a ZIP file, and closes it.
   *
   * @return the file's SHA-256, lower-case hex
   */
  public static String write(Packed packed, OutputStream out) throws IOException {
    DigestOutputStream digest = new DigestOutputStream(out, Hash.sha256());
    try (ZipOutputStream zip = new ZipOutputStream(digest)) {
      for (Map.Entry<String, byte[]> file : packed.files().entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return HexFormat.of().formatHex(digest.getMessageDigest().digest());
  }

  /** Queues a record for sealing that says who took the package. */
  public void note(Handle handle, PackageRequest request, String sha256) {
    Instant now = clock.instant();
    PackageMade made =
        new PackageMade(request.by(), request.names().isPresent(), sha256, now, request.purpose());
    Evidence.add(
        handle, List.of(new EvidenceEntry(UUID.randomUUID(), request.caseId(), KIND, made, now)));
  }
}
