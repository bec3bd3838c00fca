package hallmonitor.ingest.connector.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A comment from an answer.
 *
 * @param raw its part of the answer's own bytes in UTF-8 (RFC 8259, section 8.1), with spaces,
 *     order and escapes unchanged
 * @param json the parsed content
 */
record RawComment(JsonNode json, String raw) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * Returns the objects of a list, or the single object of the answer. Each is parsed from exactly
   * the bytes that are kept.
   *
   * @throws IOException if the bytes are neither
   */
  static List<RawComment> in(byte[] answer) throws IOException {
    byte[] body = withoutMark(answer);
    List<RawComment> all = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(body)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        all.add(at(parser, body));
      } else if (first == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          all.add(at(parser, body));
        }
      }
      if (first == JsonToken.START_ARRAY
          ? parser.currentToken() != JsonToken.END_ARRAY
          : first != JsonToken.START_OBJECT) {
        throw new IOException("neither an object nor a list of objects");
      }
    }
    return all;
  }

  private static RawComment at(JsonParser parser, byte[] body) throws IOException {
    long start = parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    long end = parser.currentLocation().getByteOffset();
    if (start < 0 || end > body.length || body[(int) start] != '{' || body[(int) end - 1] != '}') {
      throw new IOException("not UTF-8");
    }
    byte[] own = Arrays.copyOfRange(body, (int) start, (int) end);
    return new RawComment(JSON.readTree(own), new String(own, UTF_8));
  }

  private static byte[] withoutMark(byte[] answer) {
    boolean marked =
        answer.length >= MARK.length && Arrays.equals(answer, 0, MARK.length, MARK, 0, MARK.length);
    return marked ? Arrays.copyOfRange(answer, MARK.length, answer.length) : answer;
  }
}
