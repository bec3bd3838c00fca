package hallmonitor.moderation.finding;

import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a picture is one that the district looks for. A finding stores the reason in English with the
 * picture's name; a page reads the name from it, to say the rest in the reader's language.
 */
public final class KnownPictureReason {
  private static final Sentence LOOKED_FOR =
      Sentence.of("A picture of the comment is one of the pictures that your district looks for.");

  private static final Sentence LISTED = Sentence.of("It is listed as {1}.", "");

  private static final Pattern STORED = Pattern.compile("It is listed as (.+)\\.");

  private KnownPictureReason() {}

  /**
   * Returns the reason as a finding stores it.
   *
   * @param name of the listed picture, as people find it in their lists
   */
  public static String of(String name) {
    return LOOKED_FOR + " " + LISTED.with(List.of(name));
  }

  /** Reads the part of a stored reason that has the name; empty if it is another one. */
  static Optional<Sentence> read(String part) {
    Matcher stored = STORED.matcher(part);
    return stored.matches() ? Optional.of(LISTED.with(List.of(stored.group(1)))) : Optional.empty();
  }
}
