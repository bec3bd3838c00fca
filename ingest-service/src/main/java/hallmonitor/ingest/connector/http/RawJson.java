package hallmonitor.ingest.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An object from an answer.
 *
 * @param raw its part of the answer's own bytes in UTF-8 (RFC 8259, section 8.1), with spaces,
 *     order and escapes unchanged
 * @param json the parsed content
 */
public record RawJson(JsonNode json, String raw) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * Returns the objects of a list, or the single object of the answer. Each is parsed from exactly
   * the bytes that are kept.
   *
   * @throws IOException if the bytes are neither
   */
  public static List<RawJson> in(byte[] answer) throws IOException {
    return at(answer);
  }

  /**
   * Returns the objects under some fields of the answer. A list on the way means each of its
   * objects; a missing field means none.
   *
   * @param path names of fields from the outside in, such as {@code descendants}
   * @throws IOException if the answer is neither an object nor a list of objects
   */
  public static List<RawJson> at(byte[] answer, String... path) throws IOException {
    byte[] body = withoutMark(answer);
    List<RawJson> all = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(body)) {
      parser.nextToken();
      collect(parser, body, path, 0, all);
    }
    return all;
  }

  private static void collect(
      JsonParser parser, byte[] body, String[] path, int depth, List<RawJson> all)
      throws IOException {
    JsonToken first = parser.currentToken();
    if (first == JsonToken.START_ARRAY) {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        object(parser, body, path, depth, all);
      }
      if (parser.currentToken() != JsonToken.END_ARRAY) {
        throw new IOException("a list of something other than objects");
      }
    } else if (first == JsonToken.START_OBJECT) {
      object(parser, body, path, depth, all);
    } else if (depth == 0) {
      throw new IOException("neither an object nor a list of objects");
    }
  }

  private static void object(
      JsonParser parser, byte[] body, String[] path, int depth, List<RawJson> all)
      throws IOException {
    if (depth == path.length) {
      all.add(at(parser, body));
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = parser.currentName().equals(path[depth]);
      parser.nextToken();
      if (wanted) {
        collect(parser, body, path, depth + 1, all);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static RawJson at(JsonParser parser, byte[] body) throws IOException {
    long start = parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    long end = parser.currentLocation().getByteOffset();
    if (start < 0 || end > body.length || body[(int) start] != '{' || body[(int) end - 1] != '}') {
      throw new IOException("not UTF-8");
    }
    byte[] own = Arrays.copyOfRange(body, (int) start, (int) end);
    return new RawJson(JSON.readTree(own), new String(own, UTF_8));
  }

  /**
   * Returns the object without a field of one of its objects, such as a person's email address.
   * Everything else keeps its original bytes.
   */
  public RawJson without(String object, String field) {
    byte[] own = raw.getBytes(UTF_8);
    try (JsonParser parser = JSON.createParser(own)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean here = parser.currentName().equals(object);
        if (parser.nextToken() == JsonToken.START_OBJECT && here) {
          return without(parser, own, field);
        }
        parser.skipChildren();
      }
      return this;
    } catch (IOException e) {
      throw new IllegalStateException("it was read before", e);
    }
  }

  private RawJson without(JsonParser parser, byte[] own, String field) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int start = (int) parser.currentTokenLocation().getByteOffset();
      boolean here = parser.currentName().equals(field);
      parser.nextToken();
      parser.skipChildren();
      parser.finishToken();
      if (here) {
        return cut(own, start, (int) parser.currentLocation().getByteOffset());
      }
    }
    return this;
  }

  /** Cuts out a field with the comma after it, or before it for the last field. */
  private static RawJson cut(byte[] own, int start, int end) throws IOException {
    int to = end;
    while (own[to] == ' ' || own[to] == '\n' || own[to] == '\r' || own[to] == '\t') {
      to++;
    }
    int from = start;
    if (own[to] == ',') {
      to++;
    } else {
      to = end;
      while (own[from - 1] != ',' && own[from - 1] != '{') {
        from--;
      }
      from = own[from - 1] == ',' ? from - 1 : from;
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream(own.length);
    kept.write(own, 0, from);
    kept.write(own, to, own.length - to);
    return new RawJson(JSON.readTree(kept.toByteArray()), kept.toString(UTF_8));
  }

  private static byte[] withoutMark(byte[] answer) {
    boolean marked =
        answer.length >= MARK.length && Arrays.equals(answer, 0, MARK.length, MARK, 0, MARK.length);
    return marked ? Arrays.copyOfRange(answer, MARK.length, answer.length) : answer;
  }
}
