package hallmonitor.notifier.evidence.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import java.io.IOException;

/**
 * A parsed sealed record of the case.
 *
 * @param json the record; redacted in a redacted package
 */
public record CaseRecord(SealedRecord sealed, JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static CaseRecord of(SealedRecord sealed) {
    try {
      return new CaseRecord(sealed, JSON.readTree(sealed.record()));
    } catch (IOException e) {
      throw new IllegalArgumentException("record " + sealed.sequence() + " is no JSON", e);
    }
  }

  long sequence() {
    return sealed.sequence();
  }

  String kind() {
    return json.path("kind").asText();
  }

  JsonNode content() {
    return json.path("content");
  }

  /** Returns the content's type; empty if it names none. */
  String type() {
    return content().path("type").asText("");
  }

  /** Returns when it happened, as reported. */
  String at() {
    return json.path("happened").path("at").asText();
  }

  String sealedAt() {
    return json.path("sealed").path("at").asText();
  }

  /** Returns the comment as captured or as seen later; missing if the record has none. */
  JsonNode seen() {
    JsonNode captured = content().path("capture").path("seen");
    return captured.isObject() ? captured : content().path("seen");
  }

  boolean isCapture() {
    return content().path("capture").isObject();
  }
}
