package hallmonitor.notifier.evidence.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Base64;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in the canonical form of RFC 8785, so that equal content has equal bytes. */
public final class CanonicalJson {
  /** RFC 8785 numbers are IEEE doubles, which cannot represent every integer above this. */
  private static final long EXACT = (1L << 53) - 1;

  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private CanonicalJson() {}

  /**
   * Canonicalizes.
   *
   * @param json an object or an array
   * @throws IllegalArgumentException if it is not JSON, or not exactly representable in RFC 8785
   */
  public static String of(byte[] json) {
    try {
      refuseWhatWouldChange(json);
      return new JsonCanonicalizer(new String(json, UTF_8)).getEncodedString();
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("no JSON that RFC 8785 can hold exactly", e);
    }
  }

  /**
   * Returns content for a record: canonical if that is lossless, otherwise the original bytes in
   * base64, since everything received must be sealed.
   */
  static String content(byte[] json) {
    try {
      String canonical = of(json);
      if (canonical.startsWith("{")) {
        return canonical;
      }
    } catch (IllegalArgumentException e) {
      // the record itself shows this
    }
    return "{\"base64\":\"" + Base64.getEncoder().encodeToString(json) + "\"}";
  }

  /** Returns quoted text in the form of RFC 8785. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\t' -> json.append("\\t");
        case '\n' -> json.append("\\n");
        case '\f' -> json.append("\\f");
        case '\r' -> json.append("\\r");
        default -> {
          if (c < ' ') {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }

  private static void refuseWhatWouldChange(byte[] json) throws IOException {
    try (JsonParser parser = STRICT.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_INT
            && (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || Math.abs(parser.getLongValue()) > EXACT)) {
          throw new IllegalArgumentException("an integer beyond 2^53");
        }
      }
    }
  }
}
