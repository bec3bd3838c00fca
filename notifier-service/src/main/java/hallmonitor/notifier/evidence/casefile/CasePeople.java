package hallmonitor.notifier.evidence.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of the people in a case's records, for its pages; the records keep the user names. */
final class CasePeople {
  /** The fields of a record that identify a person and give their name. */
  private static final Map<String, String> NAMED = Map.of("user", "name", "actor", "actorName");

  private static final String AUTOMATIC = "automatically";

  private final Map<String, String> names = new HashMap<>();

  /**
   * Collects the names.
   *
   * @param district names of the people in the district's file, by id
   */
  CasePeople(List<CaseRecord> records, Map<String, String> district) {
    for (CaseRecord record : records) {
      NAMED.forEach((who, name) -> learn(record.content(), who, name));
    }
    names.putAll(district);
    CaseTimeline.MACHINES.forEach(machine -> names.put(machine, AUTOMATIC));
  }

  private void learn(JsonNode content, String who, String name) {
    if (!content.path(name).asText("").isBlank()) {
      names.put(content.path(who).asText(), content.path(name).asText());
    }
  }

  /** Returns a person's name; the given text if no one is known by it. */
  String name(String person) {
    return names.getOrDefault(person, person);
  }
}
