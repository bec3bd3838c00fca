package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hallmonitor.ingest.connector.api.DeliveryStore.Fate;
import hallmonitor.ingest.connector.http.RawJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of one request.
 *
 * @param rows the valid ones by their index
 * @param mistakes of the others
 */
record DeliveredBatch(Map<Integer, DeliveredRow> rows, List<RowMistake> mistakes, int size) {
  static final int MOST_ROWS = 500;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Thrown if the rows cannot be separated. */
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

  /**
   * The outcome of a delivery, as reported to its sender.
   *
   * @param accepted rows with news
   * @param unchanged rows that were known
   * @param refused rows that were not taken
   * @param errors the reasons; several for a row with several mistakes
   */
  record Result(int accepted, int unchanged, int refused, List<RowMistake> errors) {
    boolean tookNothing() {
      return accepted == 0 && unchanged == 0;
    }

    String json() {
      return write(this);
    }
  }

  private record Problem(String error) {}

  static String error(String sentence) {
    return write(new Problem(sentence));
  }

  private static String write(Object answer) {
    try {
      return JSON.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records can be written", e);
    }
  }

  static DeliveredBatch read(byte[] body, Instant now) throws Unreadable {
    List<RawJson> raw = objects(body);
    Map<Integer, DeliveredRow> rows = new TreeMap<>();
    List<RowMistake> mistakes = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      int place = i;
      RowReader.read(raw.get(i), i, now, mistakes).ifPresent(row -> rows.put(place, row));
    }
    return new DeliveredBatch(rows, mistakes, raw.size());
  }

  private static List<RawJson> objects(byte[] body) throws Unreadable {
    try {
      // Jackson accepts overlong encodings that other readers reject; they would be stored as
      // another text.
      UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      JsonNode whole = JSON.readTree(body);
      JsonNode rows = whole.path("rows");
      if (!whole.isObject() || whole.size() != 1 || !rows.isArray() || rows.isEmpty()) {
        throw new Unreadable("Send an object with one field, 'rows': a list of rows.");
      }
      if (rows.size() > MOST_ROWS) {
        throw new Unreadable(
            "A request may have %d rows; send the others in further ones.".formatted(MOST_ROWS));
      }
      return RawJson.at(body, "rows");
    } catch (IOException e) {
      // The exception is dropped because parsers quote their input.
      throw new Unreadable(
          "This is no JSON in UTF-8 in which 'rows' holds objects, none with a field twice.");
    }
  }

  Result storedIn(DeliveryStore store) {
    List<Integer> places = List.copyOf(rows.keySet());
    List<Fate> fates = rows.isEmpty() ? List.of() : store.store(rows.values());
    List<RowMistake> errors = new ArrayList<>(mistakes);
    for (int i = 0; i < fates.size(); i++) {
      if (fates.get(i) == Fate.UNKNOWN) {
        errors.add(
            new RowMistake(
                "rows[" + places.get(i) + "].id",
                "no comment with this id was delivered; deliver it before what is said about it"));
      }
    }
    int accepted = count(fates, Fate.NEWS);
    int unchanged = count(fates, Fate.NO_NEWS);
    return new Result(accepted, unchanged, size - accepted - unchanged, errors);
  }

  private static int count(List<Fate> fates, Fate fate) {
    return (int) fates.stream().filter(fate::equals).count();
  }
}
