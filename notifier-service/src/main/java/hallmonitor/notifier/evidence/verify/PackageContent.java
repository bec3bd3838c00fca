package hallmonitor.notifier.evidence.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.notifier.evidence.ledger.Hash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that a package's payloads, attachments and JSON match its verified records. */
final class PackageContent {
  private PackageContent() {}

  static List<VerificationProblem> compare(
      PackageFiles files, PackageJson json, List<JsonNode> records) throws IOException {
    List<VerificationProblem> problems = new ArrayList<>();
    Set<String> payloads = new HashSet<>();
    Set<String> attachments = new HashSet<>();
    for (JsonNode record : records) {
      JsonNode content = record.path("content");
      JsonNode captured = content.path("capture").path("seen");
      payloads.add((captured.isObject() ? captured : content.path("seen")).path("raw").asText());
      content.path("capture").path("earlier").forEach(e -> payloads.add(e.path("raw").asText()));
      attachments.add(content.path("sha256").asText());
    }
    for (String name : files.named("raw/", "")) {
      if (!payloads.contains(new String(files.bytes(name), UTF_8))) {
        problems.add(
            VerificationProblem.of(
                name, Flaw.OTHER_THAN_RECORD, "it is not what its record holds"));
      }
    }
    for (String name : files.named("attachments/", "")) {
      if (!attachments.contains(Hash.of(files.bytes(name)))) {
        problems.add(
            VerificationProblem.of(name, Flaw.OTHER, "no record of the case holds its hash"));
      }
    }
    List<JsonNode> told = new ArrayList<>();
    json.read(files.bytes("case.json")).path("records").forEach(r -> told.add(r.path("record")));
    if (!told.equals(records)) {
      problems.add(
          VerificationProblem.of(
              "case.json", Flaw.OTHER_THAN_LEDGER, "its records are not those of the ledger"));
    }
    return problems;
  }
}
