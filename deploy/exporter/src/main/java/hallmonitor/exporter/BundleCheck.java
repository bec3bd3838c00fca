package hallmonitor.exporter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.exporter.BundleManifest.File;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;

/** Checks a bundle by nothing but its folder. */
final class BundleCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 100;

  private final Path folder;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> known = new HashSet<>(Set.of(Bundle.MANIFEST, BundleFolder.LOCK));

  /**
   * How often rows name a WARC record, less how often it was found. The files of one number belong
   * together, so it is empty after each of them.
   */
  private final Map<String, Integer> named = new HashMap<>();

  private long records;

  private BundleCheck(Path folder) {
    this.folder = folder;
  }

  /**
   * What was found.
   *
   * @param problems in sentences; empty if all is right
   */
  record Result(long records, int files, List<String> problems) {}

  static Result of(Path folder) throws IOException {
    BundleCheck check = new BundleCheck(folder);
    Optional<BundleManifest> manifest = BundleFolder.read(folder);
    if (manifest.isEmpty()) {
      return new Result(0, 0, List.of("There is no " + Bundle.MANIFEST + "."));
    }
    check.all(manifest.get());
    return new Result(check.records, manifest.get().files().size(), List.copyOf(check.problems));
  }

  private void all(BundleManifest manifest) throws IOException {
    if (!manifest.complete()) {
      problem("The export is not complete. Run it again with the same folder.");
    }
    Set<String> right = new HashSet<>();
    for (BundleManifest.Document document : manifest.documents()) {
      known.add(document.name());
      if (isAsWritten(document.name(), document.sha256())) {
        right.add(document.name());
      }
    }
    for (File file : manifest.files()) {
      known.add(file.name());
      boolean rows = file.last() != null;
      if (isAsWritten(file.name(), file.sha256())
          && (!rows || right.contains(BundleDocuments.schemaFile(file.dataset())))) {
        records(file);
      } else if (rows) {
        named.clear(); // or the next file would be blamed
      }
    }
    if (manifest.complete()) {
      for (BundleManifest.Written dataset : manifest.datasets()) {
        total(dataset, manifest);
      }
    }
    strangers();
  }

  private void problem(String sentence) {
    if (problems.size() < MOST) {
      problems.add(sentence);
    } else if (problems.size() == MOST) {
      problems.add("There is more; only the first %d problems are named.".formatted(MOST));
    }
  }

  private boolean isAsWritten(String name, String sha256) throws IOException {
    Path file = folder.resolve(name);
    if (!file.normalize().startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
      problem(name + " is missing.");
      return false;
    }
    if (!hash(file).equals(sha256)) {
      problem(name + " is not as it was written: its SHA-256 differs.");
      return false;
    }
    return true;
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return HexFormat.of().formatHex(Sha256.of(in));
    }
  }

  private void records(File file) throws IOException {
    long found = file.last() == null ? payloads(file) : rows(file);
    if (found != file.records()) {
      problem("%s has %,d records, not %,d.".formatted(file.name(), found, file.records()));
    }
    if (file.last() != null) {
      records += found;
      paired(file);
    }
  }

  private void paired(File file) {
    if (named.values().stream().anyMatch(n -> n != 0)) {
      problem(
          "The rows of %s and the records of its WARC file do not fit together."
              .formatted(file.name()));
    }
    named.clear();
  }

  private long rows(File file) throws IOException {
    JsonNode schema =
        JSON.readTree(folder.resolve(BundleDocuments.schemaFile(file.dataset())).toFile());
    Set<String> fields = new HashSet<>();
    schema.path("properties").fieldNames().forEachRemaining(fields::add);
    long n = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file.name()))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        n++;
        row(file, n, JSON.readTree(line), fields);
      }
    }
    return n;
  }

  private void row(File file, long number, JsonNode row, Set<String> fields) throws IOException {
    Set<String> its = new HashSet<>();
    row.fieldNames().forEachRemaining(its::add);
    if (!its.equals(fields)) {
      problem(
          "%s, line %,d, does not have the fields of its schema.".formatted(file.name(), number));
    }
    for (String field : its) {
      JsonNode value = row.get(field);
      if (field.endsWith("_record") && value.isTextual()) {
        named.merge(value.textValue(), 1, BundleCheck::sum);
      } else if (field.endsWith("_file") && value.isTextual()) {
        picture(file, number, value.textValue());
      }
    }
  }

  private static Integer sum(Integer some, Integer others) {
    return some + others;
  }

  /** Its name ends with its hash. */
  private void picture(File file, long number, String name) throws IOException {
    if (known.add(name) && !isAsWritten(name, name.substring(name.lastIndexOf('/') + 1))) {
      problem("%s, line %,d, names it.".formatted(file.name(), number));
    }
  }

  private long payloads(File file) throws IOException {
    long n = 0;
    try (WarcReader reader = new WarcReader(folder.resolve(file.name()))) {
      for (Optional<WarcRecord> record = reader.next();
          record.isPresent();
          record = reader.next()) {
        if (record.get() instanceof WarcResource resource) {
          n++;
          payload(file, resource);
        }
      }
    }
    return n;
  }

  private void payload(File file, WarcResource resource) throws IOException {
    byte[] found = Sha256.of(resource.body().stream());
    if (resource
        .payloadDigest()
        .filter(written -> Arrays.equals(written.bytes(), found))
        .isEmpty()) {
      problem(
          "%s: the payload of %s is not as it was written.".formatted(file.name(), resource.id()));
    }
    named.merge(resource.id().toString(), -1, BundleCheck::sum);
  }

  private void total(BundleManifest.Written dataset, BundleManifest manifest) {
    long written =
        manifest.files().stream()
            .filter(f -> f.dataset().equals(dataset.name()) && f.last() != null)
            .mapToLong(File::records)
            .sum();
    if (written != dataset.records()) {
      problem(
          "The files of %s have %,d records, not %,d."
              .formatted(dataset.name(), written, dataset.records()));
    }
  }

  /** What is in the folder and not in the manifest was not written by the export. */
  private void strangers() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(name -> !known.contains(name))
          .sorted()
          .forEach(name -> problem(name + " is not part of the export."));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
