package hallmonitor.moderation.casework.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request is called, such as {@code R-2026-0001}.
 *
 * @param year in which it was received
 * @param position from 1, in this year
 */
public record RequestNumber(int year, int position) {
  private static final Pattern WRITTEN = Pattern.compile("(?i)\\s*R-(\\d{4})-(\\d{1,9})\\s*");

  public RequestNumber {
    if (year < 1900 || year > 9999 || position < 1) {
      throw new IllegalArgumentException("R-" + year + "-" + position);
    }
  }

  /** Parses typed text; empty if it is no number. */
  public static Optional<RequestNumber> parse(String typed) {
    Matcher found = WRITTEN.matcher(typed);
    return found.matches()
            && Integer.parseInt(found.group(1)) >= 1900
            && Integer.parseInt(found.group(2)) > 0
        ? Optional.of(
            new RequestNumber(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "R-%d-%04d".formatted(year, position);
  }
}
