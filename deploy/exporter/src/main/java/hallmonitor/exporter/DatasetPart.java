package hallmonitor.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The next numbered files of a dataset: one with its rows, and one with what platforms sent, if its
 * rows have that.
 */
final class DatasetPart implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Bundle bundle;
  private final Dataset dataset;
  private final String number;
  private final JsonLines lines;
  private Optional<WarcRecords> payloads = Optional.empty();
  private List<String> last = List.of();

  DatasetPart(Bundle bundle, Dataset dataset, int number) throws IOException {
    this.bundle = bundle;
    this.dataset = dataset;
    this.number = "%06d".formatted(number);
    this.lines = new JsonLines(bundle.store(), name("jsonl"));
    // An export may have been killed before the manifest named it.
    bundle.store().remove(name("warc"));
  }

  private String name(String form) {
    return "%s-%s.%s.gz".formatted(dataset.name(), number, form);
  }

  void add(ExportedRow row) throws IOException {
    ObjectNode json = (ObjectNode) JSON.readTree(row.json());
    if (dataset.nativeColumn().isPresent()) {
      json.set(
          recordField(dataset.nativeColumn().get()), payload(json, row).orElse(json.nullNode()));
    }
    if (dataset.fileColumn().isPresent()) {
      picture(json, dataset.fileColumn().get(), row);
    }
    lines.add(JSON.writeValueAsString(json));
    last = row.key();
  }

  /** Returns the field with the id of the WARC record. */
  static String recordField(String column) {
    return column + "_record";
  }

  /** Returns the field with the name of the file. */
  static String fileField(String column) {
    return column + "_file";
  }

  /** Returns the field with the hash of the file. */
  static String hashField(String column) {
    return column + "_sha256";
  }

  private Optional<JsonNode> payload(ObjectNode json, ExportedRow row) throws IOException {
    Optional<String> payload = row.nativePayload().filter(text -> !text.isEmpty());
    if (payload.isEmpty()) {
      return Optional.empty();
    }
    if (payloads.isEmpty()) {
      payloads = Optional.of(new WarcRecords(bundle.store(), name("warc")));
    }
    String name = dataset.name() + "\n" + String.join("\n", row.key());
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    payloads
        .get()
        .add(
            id,
            target(row.key()),
            OffsetDateTime.parse(json.path("observed_at").asText()).toInstant(),
            payload.get());
    return Optional.of(json.textNode("urn:uuid:" + id));
  }

  private URI target(List<String> key) {
    return URI.create(
        "urn:x-hall-monitor:%s:%s"
            .formatted(
                dataset.name(),
                key.stream()
                    .map(part -> URLEncoder.encode(part, UTF_8).replace("+", "%20"))
                    .collect(Collectors.joining(":"))));
  }

  private void picture(ObjectNode json, String column, ExportedRow row) throws IOException {
    if (row.picture().isEmpty()) {
      json.putNull(fileField(column));
      json.putNull(hashField(column));
      return;
    }
    byte[] content = row.picture().get();
    json.put(fileField(column), bundle.picture(content));
    json.put(hashField(column), Sha256.hex(content));
  }

  /** Returns whether one of its files has a size. */
  boolean has(long size) {
    return lines.size() >= size || payloads.filter(file -> file.size() >= size).isPresent();
  }

  /** Ends its files. */
  List<BundleManifest.File> finish(int run) throws IOException {
    List<BundleManifest.File> files = new ArrayList<>();
    if (payloads.isPresent()) {
      files.add(payloads.get().finish(dataset.name(), run, List.of()));
    }
    files.add(lines.finish(dataset.name(), run, last));
    return files;
  }

  @Override
  public void close() throws IOException {
    try (lines) {
      if (payloads.isPresent()) {
        payloads.get().close();
      }
    }
  }
}
