package hallmonitor.settings.secret;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the keys of a secret that holds one a line, the newest first. */
public final class KeyLines {
  /** A comment or the header of a file would be a key that anyone can guess. */
  private static final Pattern KEY = Pattern.compile("(?!#|-----)\\S{32,}");

  private KeyLines() {}

  /**
   * Returns the keys: the first is used, all open. Several lines are several keys only if each has
   * at least 32 characters, no space, and no {@code #} or {@code -----} at its beginning. Otherwise
   * the whole text is the one key, as in older versions, so that an upgrade locks nobody out.
   */
  public static List<String> of(String text) {
    List<String> lines = each(text);
    String whole = text.strip();
    return lines.size() > 1 && lines.stream().allMatch(line -> KEY.matcher(line).matches())
        // Last, for what older versions used it for.
        ? Stream.concat(lines.stream(), Stream.of(whole)).toList()
        : List.of(whole);
  }

  /** Returns each line that isn't blank, for a secret that has always been read by lines. */
  public static List<String> each(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
