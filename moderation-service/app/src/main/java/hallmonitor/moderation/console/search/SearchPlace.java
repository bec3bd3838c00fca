package hallmonitor.moderation.console.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;

/**
 * An entry's place among all, by time: the next page begins after the last one of this page, no
 * matter what came meanwhile.
 */
record SearchPlace(Instant at, String account, String itemId, String kind, String revision) {
  private static final int PARTS = 5;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /** Returns the place before which everything is older than a moment. */
  static SearchPlace before(Instant at) {
    return new SearchPlace(at, "", "", "", "");
  }

  static Optional<SearchPlace> parse(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\n", -1);
      return parts.length != PARTS || text.isEmpty() || String.join("", parts).indexOf('\0') >= 0
          ? Optional.empty()
          : Optional.of(
                  new SearchPlace(Instant.parse(parts[0]), parts[1], parts[2], parts[3], parts[4]))
              .filter(place -> !place.at().isBefore(FIRST) && !place.at().isAfter(LAST));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            String.join("\n", at.toString(), account, itemId, kind, revision).getBytes(UTF_8));
  }
}
