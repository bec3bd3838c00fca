package hallmonitor.notifier.evidence.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * A record's own metadata, read without keeping its content.
 *
 * @param previous the link before it
 * @param salt prevents guesses of the content from being verified by its hash
 */
public record RecordFacts(
    long version,
    long sequence,
    String previous,
    String salt,
    String entry,
    String caseId,
    String kind) {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  /**
   * Parses a record.
   *
   * @throws IllegalArgumentException if the bytes are not a record
   */
  public static RecordFacts read(byte[] record) {
    long version = -1;
    long sequence = -1;
    String previous = "";
    String salt = "";
    String entry = "";
    String caseId = "";
    String kind = "";
    try (JsonParser parser = JSON.createParser(record)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
          parser.skipChildren();
          continue;
        }
        switch (name) {
          case "version" -> version = parser.getLongValue();
          case "sequence" -> sequence = parser.getLongValue();
          case "previous" -> previous = parser.getText();
          case "salt" -> salt = parser.getText();
          case "entry" -> entry = parser.getText();
          case "case" -> caseId = parser.getText();
          case "kind" -> kind = parser.getText();
          default -> throw new IllegalArgumentException("unknown member " + name);
        }
      }
      return new RecordFacts(version, sequence, previous, salt, entry, caseId, kind);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }
}
