package hallmonitor.importer.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Rows as the endpoint takes them, one in each line. A bad line is refused, and the next read. */
final class NdjsonRows implements RowStream {
  /** Bytes; the endpoint takes rows of 200,000. A longer line is passed over without keeping it. */
  private static final int LONGEST_LINE = 1024 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final InputStream in;
  private long number;

  NdjsonRows(InputStream in) {
    this.in = in;
  }

  @Override
  public Optional<SourceRow> next() throws IOException {
    for (Optional<byte[]> line = line(); line.isPresent(); line = line()) {
      number++;
      byte[] bytes = line.get();
      if (bytes.length > LONGEST_LINE) {
        return Optional.of(refused("is longer than 1 MiB"));
      }
      if (!isBlank(bytes)) {
        return Optional.of(row(bytes));
      }
    }
    return Optional.empty();
  }

  private SourceRow refused(String reason) {
    return SourceRow.refused("line", number, reason);
  }

  private SourceRow row(byte[] line) {
    try {
      JsonNode read = JSON.readTree(UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
      return read instanceof ObjectNode row
          ? SourceRow.of("line", number, row)
          : refused("is no JSON object");
    } catch (CharacterCodingException e) {
      return refused("is not in UTF-8");
    } catch (JsonProcessingException e) {
      return refused("is no JSON object"); // the exception would quote it
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte one : line) {
      if (one != ' ' && one != '\t' && one != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Reads a line; of a longer one than is taken, one byte more than that. */
  private Optional<byte[]> line() throws IOException {
    int one = in.read();
    if (one < 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (; one >= 0 && one != '\n'; one = in.read()) {
      if (line.size() <= LONGEST_LINE) {
        line.write(one);
      }
    }
    return Optional.of(line.toByteArray());
  }
}
