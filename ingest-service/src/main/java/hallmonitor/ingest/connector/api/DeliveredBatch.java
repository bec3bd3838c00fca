package hallmonitor.ingest.connector.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.ingest.connector.api.DeliveryStore.Fate;
import hallmonitor.ingest.connector.http.RawJson;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rows of one request.
 *
 * @param rows the valid ones by their index
 * @param mistakes of the others
 * @param history whether they come out of the system's history
 */
record DeliveredBatch(
    Map<Integer, DeliveredRow> rows, List<RowMistake> mistakes, int size, boolean history) {
  private static final ObjectMapper JSON = new ObjectMapper();

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

  static DeliveredBatch read(byte[] body, Instant now) throws BatchOutline.Unreadable {
    BatchOutline outline = BatchOutline.of(body);
    List<RawJson> raw = objects(body);
    Map<Integer, DeliveredRow> rows = new TreeMap<>();
    List<RowMistake> mistakes = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      int place = i;
      RowReader.read(raw.get(i), i, now, mistakes).ifPresent(row -> rows.put(place, row));
    }
    return new DeliveredBatch(rows, mistakes, raw.size(), outline.history());
  }

  private static List<RawJson> objects(byte[] body) throws BatchOutline.Unreadable {
    try {
      return RawJson.at(body, "rows");
    } catch (IOException e) {
      throw BatchOutline.noJson();
    }
  }

  Result storedIn(DeliveryStore store) throws DailyLimit.Reached {
    List<Integer> places = List.copyOf(rows.keySet());
    List<Fate> fates = rows.isEmpty() ? List.of() : store.store(rows.values(), history);
    List<RowMistake> errors = new ArrayList<>(mistakes);
    for (int i = 0; i < fates.size(); i++) {
      String at = "rows[" + places.get(i) + "].id";
      mistake(fates.get(i)).ifPresent(sentence -> errors.add(new RowMistake(at, sentence)));
    }
    int accepted = count(fates, Fate.NEWS);
    int unchanged = count(fates, Fate.NO_NEWS);
    return new Result(accepted, unchanged, size - accepted - unchanged, errors);
  }

  private static Optional<String> mistake(Fate fate) {
    return switch (fate) {
      case NEWS, NO_NEWS -> Optional.empty();
      case UNKNOWN ->
          Optional.of(
              "no comment with this id was delivered; deliver it before what is said about it");
      case TOO_LATE ->
          Optional.of(
              "this comment was deleted, and its id is not taken again; deliver what is said now under another id");
    };
  }

  private static int count(List<Fate> fates, Fate fate) {
    return (int) fates.stream().filter(fate::equals).count();
  }
}
