package hallmonitor.notifier.evidence.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The facts on the certificate and the first page, from the first capture.
 *
 * @param byName absent if the records do not say
 */
record CertificateFacts(Map<String, String> byName) {
  static CertificateFacts of(CaseTimeline story, Map<String, String> known) {
    Map<String, String> facts = new LinkedHashMap<>(known);
    story
        .firstCapture()
        .ifPresent(
            record -> {
              JsonNode seen = record.seen();
              put(facts, "account", seen.path("comment").path("account"));
              put(facts, "platform", seen.path("comment").path("platform"));
              put(facts, "comment", seen.path("comment").path("id"));
              put(facts, "revision", seen.path("revision"));
              put(facts, "author", seen.path("author").path("name"));
              put(facts, "permalink", seen.path("permalink"));
              put(facts, "observed", seen.path("observedAt"));
              put(facts, "claimed", seen.path("claimedAt"));
              put(facts, "building", record.content().path("building"));
              put(facts, "category", record.content().path("category"));
              put(facts, "arrived", record.json().path("arrived").path("at"));
              put(facts, "sealed", record.json().path("sealed").path("at"));
              put(facts, "sealer", record.json().path("sealed").path("clock"));
              put(facts, "synchronised", record.json().path("sealed").path("synchronised"));
              facts.put("sequence", Long.toString(record.sequence()));
              facts.put("hash", record.sealed().hash());
            });
    return new CertificateFacts(facts);
  }

  private static void put(Map<String, String> facts, String name, JsonNode value) {
    if (!value.asText("").isEmpty()) {
      facts.put(name, value.asText());
    }
  }

  String get(String name) {
    return byName.getOrDefault(name, "not known");
  }
}
