package hallmonitor.moderation.console.language;

import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes the white space from a template's source that a browser ignores. Lines are indented and
 * broken for people, and a page with many rows would repeat that white space many times.
 */
final class FoldedLines {
  /** A line with only Qute tags keeps its break, because Qute removes the whole line. */
  private static final Pattern TAGS_ALONE = Pattern.compile("(\\{[#/@!][^{}]*})+");

  /**
   * Elements where white space counts; browsers drop the first break in them, so it must be there.
   */
  private static final Pattern KEPT =
      Pattern.compile("<(textarea|pre)\\b[^>]*>.*?</\\1>", Pattern.DOTALL);

  private FoldedLines() {}

  /**
   * Returns the source without indentation, on one line unless a line of tags is between. The
   * content of a {@code textarea} or {@code pre} stays as it is.
   */
  static String of(String source) {
    StringBuilder all = new StringBuilder();
    int from = 0;
    for (Matcher kept = KEPT.matcher(source); kept.find(); from = kept.end()) {
      int text = source.indexOf('>', kept.start()) + 1;
      all.append(folded(source.substring(from, text), from == 0));
      all.append(source, text, kept.end());
    }
    return all.append(folded(source.substring(from), from == 0)).toString();
  }

  /**
   * @param first whether the source begins here, so that no break before it is kept
   */
  private static String folded(String source, boolean first) {
    StringBuilder folded = new StringBuilder();
    boolean before = true;
    boolean begun = false;
    for (Iterator<String> lines = source.lines().iterator(); lines.hasNext(); ) {
      String line = lines.next().strip();
      boolean whole = begun || first; // otherwise it begins after what was kept
      boolean alone = whole && (line.isEmpty() || TAGS_ALONE.matcher(line).matches());
      if (begun && (folded.length() > 0 || !first)) {
        folded.append(before || alone ? '\n' : ' ');
      }
      folded.append(line);
      before = alone;
      begun = true;
    }
    return source.endsWith("\n") ? folded.append('\n').toString() : folded.toString();
  }
}
