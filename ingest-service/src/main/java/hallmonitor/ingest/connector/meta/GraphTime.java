package hallmonitor.ingest.connector.meta;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads times as the Graph API writes them: {@code 2018-02-23T21:32:16+0000}. */
public final class GraphTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[Z][XXX]");

  private GraphTime() {}

  public static Optional<Instant> parse(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text, FORM).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
