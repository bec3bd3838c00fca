package hallmonitor.ingest.connector.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The fields of an object of a delivery. A mistake is recorded with its place, and reading
 * continues.
 */
final class RowFields {
  static final int LONGEST_TEXT = 20_000;
  static final int LONGEST_ADDRESS = 2_000;
  static final int MOST_ADDRESSES = 20;
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final int LONGEST_ID = 200;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final Pattern ID = Pattern.compile("[^\\x00-\\x1F\\x7F\\p{Cs}]+");

  private final JsonNode object;
  private final String place;
  private final List<RowMistake> mistakes;

  /**
   * Creates a reader.
   *
   * @param place such as {@code rows[3]}
   * @param mistakes receives what is wrong
   */
  RowFields(JsonNode object, String place, List<RowMistake> mistakes) {
    this.object = object;
    this.place = place;
    this.mistakes = mistakes;
  }

  /** Reports only the first unknown field, because a row may have thousands. */
  void allow(Set<String> known) {
    object.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              String where = PLAIN.matcher(name).matches() ? "." + name : "";
              mistakes.add(
                  new RowMistake(
                      place + where,
                      "is unknown; known are "
                          + known.stream().sorted().collect(Collectors.joining(", "))));
            });
  }

  boolean exists() {
    return object.isObject();
  }

  void mistake(String sentence) {
    mistakes.add(new RowMistake(place, sentence));
  }

  private <T> T mistake(String field, String sentence, T instead) {
    mistakes.add(new RowMistake(place + "." + field, sentence));
    return instead;
  }

  RowFields object(String field) {
    JsonNode found = object.path(field);
    if (!found.isObject()) {
      mistake(field, "is missing, or no object", found);
    }
    return new RowFields(found, place + "." + field, mistakes);
  }

  /** Reads a required text, which may be empty. */
  String text(String field, int longest) {
    JsonNode found = object.path(field);
    if (!found.isTextual()) {
      return mistake(field, "is missing, or no text", "");
    }
    String text = found.textValue();
    if (text.codePointCount(0, text.length()) > longest) {
      return mistake(
          field, "is longer than %d characters; send its beginning".formatted(longest), "");
    }
    return text;
  }

  private boolean isAbsent(String field) {
    return object.path(field).isMissingNode() || object.path(field).isNull();
  }

  String textOrNone(String field, int longest) {
    return isAbsent(field) ? "" : text(field, longest);
  }

  String id(String field) {
    String id = text(field, LONGEST_ID);
    boolean told = mistakes.stream().anyMatch(m -> m.at().equals(place + "." + field));
    return told || ID.matcher(id).matches()
        ? id
        : mistake(field, "must have 1 to %d printable characters".formatted(LONGEST_ID), "");
  }

  Optional<String> optionalId(String field) {
    return isAbsent(field) ? Optional.empty() : Optional.of(id(field));
  }

  boolean flag(String field) {
    JsonNode found = object.path(field);
    return found.isBoolean()
        ? found.booleanValue()
        : mistake(field, "is neither true nor false", false);
  }

  boolean flagOrFalse(String field) {
    return !isAbsent(field) && flag(field);
  }

  /**
   * Reads a time, to the millisecond.
   *
   * @param latest the district's clock and the system's may differ, but not by years
   */
  Instant time(String field, Instant latest) {
    String text = text(field, 64);
    if (text.isEmpty()) {
      return object.path(field).isTextual() ? notATime(field) : Instant.EPOCH;
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
      if (time.isAfter(latest) || time.isBefore(Instant.EPOCH)) {
        return mistake(field, "lies before 1970, or more than a day ahead", Instant.EPOCH);
      }
      return time;
    } catch (DateTimeException e) {
      return notATime(field);
    }
  }

  private Instant notATime(String field) {
    return mistake(
        field, "is no time with its offset, such as 2026-11-25T17:04:05Z", Instant.EPOCH);
  }

  Optional<Instant> optionalTime(String field, Instant latest) {
    return isAbsent(field) ? Optional.empty() : Optional.of(time(field, latest));
  }

  /** Reads an address that people may open. */
  Optional<String> address(String field) {
    if (isAbsent(field)) {
      return Optional.empty();
    }
    String text = text(field, LONGEST_ADDRESS);
    return isAddress(text)
        ? Optional.of(text)
        : mistake(field, "is no web address such as https://example.org/post/7", Optional.empty());
  }

  List<String> addresses(String field) {
    if (isAbsent(field)) {
      return List.of();
    }
    JsonNode found = object.path(field);
    List<String> addresses = new ArrayList<>();
    found.forEach(one -> addresses.add(one.asText()));
    boolean good =
        found.isArray()
            && addresses.size() <= MOST_ADDRESSES
            && addresses.stream().allMatch(RowFields::isAddress);
    return good
        ? addresses
        : mistake(
            field,
            "is no list of at most %d web addresses such as https://example.org/picture.png"
                .formatted(MOST_ADDRESSES),
            List.of());
  }

  private static boolean isAddress(String text) {
    return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
  }
}
