package hallmonitor.ingest.connector;

import java.util.regex.Pattern;

/**
 * Compares texts by their letters and digits. A platform may change other characters of a sent
 * text, such as quotes and dashes, and writes links in full, so an earlier reply is recognized by
 * its letters and digits.
 */
public final class ReplyTextMatch {
  private static final Pattern SCHEME = Pattern.compile("(?i)https?://");
  private static final Pattern NAMES_IN_FRONT = Pattern.compile("^\\s*(@\\S+\\s+)+");

  private ReplyTextMatch() {}

  private static String of(String text) {
    return SCHEME.matcher(text).replaceAll("").replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Returns whether two texts are the same; texts without letters must be identical. */
  public static boolean same(String one, String other) {
    String letters = of(one);
    return letters.isEmpty() ? one.strip().equals(other.strip()) : letters.equals(of(other));
  }

  /** Does the same on a platform that puts the names of the answered people in front. */
  public static boolean sameAfterNames(String one, String other) {
    return same(
        NAMES_IN_FRONT.matcher(one).replaceFirst(""),
        NAMES_IN_FRONT.matcher(other).replaceFirst(""));
  }
}
