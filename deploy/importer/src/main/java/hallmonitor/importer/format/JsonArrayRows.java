package hallmonitor.importer.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The entries of a file that is one list, or an object with one list. */
final class JsonArrayRows implements RowStream {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonParser parser;
  private final RowMapping mapping;
  private long number;
  private boolean begun;

  JsonArrayRows(InputStream in, RowMapping mapping) throws IOException {
    this.parser = JSON.createParser(in);
    this.mapping = mapping;
  }

  @Override
  public Optional<SourceRow> next() throws IOException {
    try {
      if (!begun) {
        begun = true;
        if (!findList()) {
          return Optional.empty();
        }
      }
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw broken(parser.currentLocation().getLineNr());
      }
      if (token == JsonToken.END_ARRAY) {
        return Optional.empty();
      }
      number++;
      JsonNode entry = JSON.readTree(parser);
      return Optional.of(mapping.read("record", number, entry));
    } catch (JsonProcessingException e) {
      throw broken(Optional.ofNullable(e.getLocation()).map(at -> at.getLineNr()).orElse(0));
    }
  }

  /** Goes to the first list, over whatever stands before it. */
  private boolean findList() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
          return true;
        }
        parser.skipChildren();
      }
      return false;
    }
    if (token != JsonToken.START_ARRAY) {
      throw broken(parser.currentLocation().getLineNr());
    }
    return true;
  }

  /** The parser's own words would quote what stands there. */
  private IOException broken(int line) {
    return new IOException(
        "it ends too early or is broken after record %d, near line %d; get a whole copy of the export"
            .formatted(number, line));
  }
}
