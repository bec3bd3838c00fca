package hallmonitor.moderation.console.language;

import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a template's source as short as a browser would read it: its lines are indented and broken
 * for people, and a page of many rows would carry that white space many times.
 */
final class FoldedLines {
  /** A line of Qute's tags alone keeps its break: Qute takes the whole line out. */
  private static final Pattern TAGS_ALONE = Pattern.compile("(\\{[#/@!][^{}]*})+");

  /** Where white space counts; the first break in it is dropped by browsers, and must be there. */
  private static final Pattern KEPT =
      Pattern.compile("<(textarea|pre)\\b[^>]*>.*?</\\1>", Pattern.DOTALL);

  private FoldedLines() {}

  /**
   * Returns the source without indentation, on one line where no line of tags stands between. What
   * a {@code textarea} or a {@code pre} holds stays as it is.
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
      boolean whole = begun || first; // else it begins behind what was kept
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
