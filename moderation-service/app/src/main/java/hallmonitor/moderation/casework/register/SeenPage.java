package hallmonitor.moderation.casework.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an account's page says, as its connector read it. Anyone may have written it.
 *
 * @param links where the page leads
 * @param whole whether it is all of the text, so that what is missing here is missing on the page
 * @param allLinks whether these are all links of the page
 * @param room the most characters that the platform lets stand there; absent if that is plenty
 * @param pictures those that could be read
 */
public record SeenPage(
    String name,
    String text,
    List<String> links,
    boolean whole,
    boolean allLinks,
    Optional<Integer> room,
    Instant at,
    List<SeenPicture> pictures) {
  private static final int LONGEST_QUOTE = 200;

  public SeenPage {
    links = List.copyOf(links);
    pictures = List.copyOf(pictures);
  }

  /** Returns whether a text that is missing here is missing on the page, and could stand there. */
  boolean lacks(String wanted) {
    return whole && room.map(most -> wanted.length() <= most).orElse(true);
  }

  /** Returns the beginning of the text, as evidence of what it says instead. */
  String beginning() {
    return quote(text);
  }

  /** Returns at most the first {@value #LONGEST_QUOTE} characters, in one line. */
  static String quote(String words) {
    String line = words.replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_QUOTE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
  }
}
