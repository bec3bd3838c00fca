package hallmonitor.notifier.evidence.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.notifier.evidence.checkpoint.CheckpointFolder;
import hallmonitor.notifier.evidence.checkpoint.PublicKeyFile;
import hallmonitor.notifier.evidence.ledger.ChecksumFile;
import hallmonitor.notifier.evidence.ledger.LedgerLine;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import hallmonitor.printing.PrintTemplate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds a case's files. */
public final class CasePackage {
  private static final PrintTemplate CERTIFICATE =
      new PrintTemplate(CasePackage.class, "certificate.html");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "image/jpeg", "jpg",
          "image/png", "png",
          "image/gif", "gif",
          "image/webp", "webp",
          "video/mp4", "mp4",
          "application/pdf", "pdf");

  /**
   * The input.
   *
   * @param records of the case, in order, at least one
   * @param checkpoints the folder with them and the keys
   * @param blob returns an attachment by its hash
   * @param waiting number of unsealed entries and links of the case
   * @param facts that the records do not contain, such as {@code district}
   * @param people names of the people in the district's file, by id
   * @param certificate the template
   */
  public record Parts(
      List<SealedRecord> records,
      Sources chain,
      CheckpointFolder checkpoints,
      Function<String, Optional<byte[]>> blob,
      long waiting,
      Map<String, String> facts,
      Map<String, String> people,
      Optional<String> certificate) {}

  /** Hashes and links by their number in the ledger; see {@link ChainExcerpt.Sources}. */
  public record Sources(
      java.util.function.LongFunction<Optional<String>> hash,
      java.util.function.LongFunction<Optional<String>> link,
      long end,
      List<Long> checkpoints) {
    ChainExcerpt.Sources chaining() {
      return new ChainExcerpt.Sources(
          hash,
          link,
          n -> checkpoints.stream().mapToLong(c -> c).filter(c -> c >= n).min().orElse(0),
          end);
    }

    long signed() {
      return checkpoints.stream().mapToLong(c -> c).filter(c -> c <= end).max().orElse(0);
    }
  }

  private final Parts parts;
  private final Optional<NameRedaction> redaction;
  private final Optional<RedactedNames> names;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private CasePackage(Parts parts, Optional<RedactedNames> names) {
    this.parts = parts;
    this.names = names;
    this.redaction = names.map(NameRedaction::new);
  }

  /** Returns files by name; the last one holds the hashes of all others. */
  public static Map<String, byte[]> of(Parts parts, Optional<RedactedNames> names) {
    return new CasePackage(parts, names).files();
  }

  private Map<String, byte[]> files() {
    List<CaseRecord> originals = parts.records().stream().map(CaseRecord::of).toList();
    HashRedaction fingerprints = new HashRedaction();
    List<CaseRecord> shown =
        redaction
            .map(
                r ->
                    originals.stream()
                        .map(
                            o ->
                                new CaseRecord(
                                    o.sealed(), fingerprints.withheldFrom(r.json(o.json()))))
                        .toList())
            .orElse(originals);
    CasePeople people = new CasePeople(shown, people());
    CertificateFacts facts = CertificateFacts.of(new CaseTimeline(shown, people), parts.facts());
    boolean redacted = redaction.isPresent();
    put("case.pdf", new CaseFileDocument(shown, people, facts, redacted).pdf());
    put("case.json", json(caseJson(shown, facts)));
    String certificate =
        PackageTexts.filled(
            parts.certificate().orElseGet(() -> PackageTexts.shipped("certificate.txt")),
            facts.byName());
    put("certificate-draft.txt", certificate);
    put("certificate-draft.pdf", certificatePdf(certificate, facts));
    put("WHAT-IT-PROVES.txt", PackageTexts.shipped("what-it-proves.txt"));
    put(
        "HOW-TO-VERIFY.txt",
        PackageTexts.filled(
            PackageTexts.shipped(redacted ? "how-to-verify-redacted.txt" : "how-to-verify.txt"),
            Map.of("keys", fingerprints())));
    shown.forEach(this::payloads);
    if (redacted) {
      put("ledger/originals.json", json(originals(originals)));
      put("REDACTIONS.txt", Redactions.text(redaction.get(), names.get()));
    } else {
      put("ledger/records.ndjson", lines());
      originals.forEach(this::attachment);
    }
    proof(originals);
    put("SHA256SUMS", ChecksumFile.of(files));
    return files;
  }

  /** A redacted name is redacted here, too, even if it is a namesake's. */
  private Map<String, String> people() {
    return parts.people().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                of -> redaction.map(r -> r.text(of.getValue())).orElseGet(of::getValue)));
  }

  private ObjectNode caseJson(List<CaseRecord> shown, CertificateFacts facts) {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", "hall-monitor-case-1");
    json.put("redacted", redaction.isPresent());
    json.put("waitingToBeSealed", parts.waiting());
    ObjectNode known = json.putObject("facts");
    facts.byName().forEach(known::put);
    ArrayNode records = json.putArray("records");
    for (CaseRecord record : shown) {
      ObjectNode one = records.addObject();
      one.put("hash", record.sealed().hash());
      one.put("link", record.sealed().link());
      if (redaction.isPresent()) {
        one.put("hashIsOf", "the original record with its salt, before names were replaced");
      }
      one.set("record", record.json());
    }
    return json;
  }

  private static ArrayNode originals(List<CaseRecord> records) {
    ArrayNode all = JSON.createArrayNode();
    for (CaseRecord record : records) {
      all.addObject()
          .put("sequence", record.sequence())
          .put("hash", record.sealed().hash())
          .put("link", record.sealed().link());
    }
    return all;
  }

  /** Adds the platform's answers, unchanged or redacted. */
  private void payloads(CaseRecord record) {
    payload("raw/%06d-seen.json".formatted(record.sequence()), record.seen().path("raw"));
    int n = 0;
    for (JsonNode earlier : record.content().path("capture").path("earlier")) {
      n++;
      payload("raw/%06d-earlier-%d.json".formatted(record.sequence(), n), earlier.path("raw"));
    }
  }

  private void payload(String name, JsonNode raw) {
    if (raw.isTextual() && !raw.textValue().isEmpty()) {
      put(name, raw.textValue());
    }
  }

  private void attachment(CaseRecord record) {
    String sha256 = record.content().path("sha256").asText("");
    if (record.kind().equals("attachment-kept")) {
      String type = record.content().path("mediaType").asText("").replaceAll(";.*", "").strip();
      String name =
          "attachments/%06d-%s.%s"
              .formatted(
                  record.sequence(), sha256.substring(0, 16), EXTENSIONS.getOrDefault(type, "bin"));
      parts.blob().apply(sha256).ifPresent(content -> put(name, content));
    }
  }

  private byte[] lines() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      for (SealedRecord sealed : parts.records()) {
        LedgerLine.write(sealed, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void proof(List<CaseRecord> records) {
    ArrayNode stretches = ChainExcerpt.stretches(records, parts.chain().chaining());
    put("ledger/proof.json", json(stretches));
    try {
      for (Path key : parts.checkpoints().keys()) {
        put("ledger/" + key.getFileName(), Files.readAllBytes(key));
      }
      for (JsonNode stretch : stretches) {
        long checkpoint = stretch.path("checkpoint").asLong();
        if (checkpoint > 0) {
          Path file = parts.checkpoints().path().resolve(CheckpointFolder.name(checkpoint));
          put("ledger/checkpoints/" + file.getFileName(), Files.readAllBytes(file));
          Path stamp = CheckpointFolder.timeStampOf(file);
          if (Files.exists(stamp)) {
            put("ledger/checkpoints/" + stamp.getFileName(), Files.readAllBytes(stamp));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String fingerprints() {
    return parts.checkpoints().keys().stream()
        .map(
            file -> {
              try {
                return PublicKeyFile.read(Files.readString(file)).fingerprint();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .collect(Collectors.joining("\n     "));
  }

  private static byte[] certificatePdf(String text, CertificateFacts facts) {
    List<String> paragraphs = List.of(text.strip().split("\n\n"));
    List<String> head = paragraphs.get(0).lines().toList();
    return CERTIFICATE.pdf(
        "title", head.isEmpty() ? "" : head.get(0),
        "id", facts.get("case"),
        "beneath", head.stream().skip(1).toList(),
        "paragraphs", paragraphs.stream().skip(1).map(p -> p.replaceAll("\n *", " ")).toList());
  }

  private void put(String name, String text) {
    put(name, text.getBytes(UTF_8));
  }

  private void put(String name, byte[] content) {
    files.put(name, content);
  }

  private static byte[] json(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
