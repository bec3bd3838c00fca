package hallmonitor.notifier.evidence.verify;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads the JSON of one package, after it was counted: a tree takes far more memory than bytes. */
final class PackageJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private int left;

  PackageJson(int tokens) {
    left = tokens;
  }

  /**
   * Counts a text against the limit, and builds nothing.
   *
   * @throws StreamConstraintsException if there is more in the package than may be
   */
  void count(byte[] text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        left--;
        if (left < 0) {
          throw new StreamConstraintsException("more than is verified here");
        }
      }
    }
  }

  /**
   * Counts and reads a text.
   *
   * @throws StreamConstraintsException if there is more in the package than may be
   */
  JsonNode read(byte[] text) throws IOException {
    count(text);
    return counted(text);
  }

  /** Reads a text that was counted before. */
  static JsonNode counted(byte[] text) throws IOException {
    return JSON.readTree(text);
  }
}
