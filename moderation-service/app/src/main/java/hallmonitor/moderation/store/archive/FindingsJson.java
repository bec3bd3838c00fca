package hallmonitor.moderation.store.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parses archived findings of a revision. */
public final class FindingsJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FindingsJson() {}

  public static List<Finding> read(String json) {
    try {
      List<Finding> findings = new ArrayList<>();
      for (JsonNode node : JSON.readTree(json)) {
        findings.add(finding(node));
      }
      return findings;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the archive's findings are not JSON", e);
    }
  }

  private static Finding finding(JsonNode node) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode span : node.path("spans")) {
      spans.add(new Span(span.path("from").asInt(), span.path("to").asInt()));
    }
    return new Finding(
        category(node.path("category").asText()),
        node.path("score").asDouble(),
        node.path("detector").asText(),
        spans,
        node.path("why").asText());
  }

  private static Category category(String name) {
    return Category.of(name.toLowerCase(Locale.ROOT).replace('_', '-'))
        .orElseThrow(() -> new IllegalStateException("no category is called '" + name + "'"));
  }
}
