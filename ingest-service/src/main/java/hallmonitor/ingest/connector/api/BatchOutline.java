package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a request holds, looked at before anything is made of it: a megabyte of tiny rows or fields
 * would take forty times its size in memory.
 *
 * @param history whether its rows come out of the system's history
 */
record BatchOutline(boolean history) {
  static final int MOST_ROWS = 500;

  /** Values and names. Rows with all that they may have come to 27,000. */
  private static final int MOST_TOKENS = 40_000;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Thrown where no row can be told from another. */
  static final class Unreadable extends Exception {
    private final String sentence;

    Unreadable(String sentence) {
      super(sentence);
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }
  }

  static Unreadable noJson() {
    return new Unreadable(
        "This is no JSON in UTF-8 in which 'rows' holds objects, none with a field twice.");
  }

  private static Unreadable otherShape() {
    return new Unreadable(
        "Send an object with the field 'rows', a list of rows, and 'history' beside it, true or false, or nothing else.");
  }

  static BatchOutline of(byte[] body) throws Unreadable {
    try (JsonParser json = JSON.createParser(body)) {
      // Jackson takes overlong forms that no other reader takes, which would be stored as another
      // text.
      UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      BatchOutline outline = new Look(json).batch();
      if (json.nextToken() != null) {
        throw noJson();
      }
      return outline;
    } catch (IOException e) {
      // The exception is dropped because parsers quote their input.
      throw noJson();
    }
  }

  /** Walks through a request once. */
  private static final class Look {
    private final JsonParser json;
    private int tokens;
    private int rows;
    private boolean history;

    Look(JsonParser json) {
      this.json = json;
    }

    private JsonToken next() throws IOException, Unreadable {
      if (++tokens > MOST_TOKENS) {
        throw new Unreadable(
            "This has more values than %d rows have; send no other fields than those that are described."
                .formatted(MOST_ROWS));
      }
      JsonToken token = json.nextToken();
      if (token == null) {
        throw noJson();
      }
      return token;
    }

    BatchOutline batch() throws IOException, Unreadable {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        skipThis();
        throw otherShape();
      }
      while (next() == JsonToken.FIELD_NAME) {
        switch (json.currentName()) {
          case "rows" -> rows(next());
          case "history" -> history = flag(next());
          default -> throw otherShape();
        }
      }
      if (rows == 0) {
        throw otherShape();
      }
      return new BatchOutline(history);
    }

    private static boolean flag(JsonToken token) throws Unreadable {
      if (!token.isBoolean()) {
        throw otherShape();
      }
      return token == JsonToken.VALUE_TRUE;
    }

    private void rows(JsonToken first) throws IOException, Unreadable {
      if (first != JsonToken.START_ARRAY) {
        throw otherShape();
      }
      while (next() != JsonToken.END_ARRAY) {
        if (++rows > MOST_ROWS) {
          throw new Unreadable(
              "A request may have %d rows; send the others in further ones.".formatted(MOST_ROWS));
        }
        skipThis();
      }
    }

    private void skipThis() throws IOException, Unreadable {
      int depth = 0;
      for (JsonToken token = json.currentToken(); token != null; token = next()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 0) {
          return;
        }
      }
    }
  }
}
