package hallmonitor.moderation.console.language;

import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * Makes a template's source as short as a browser would read it: its lines are indented and broken
 * for people, and a page of many rows would carry that white space many times.
 */
final class FoldedLines {
  /** A line of Qute's tags alone keeps its break: Qute takes the whole line out. */
  private static final Pattern TAGS_ALONE = Pattern.compile("(\\{[#/@!][^{}]*})+");

  private FoldedLines() {}

  /** Returns the source without indentation, on one line where no line of tags stands between. */
  static String of(String source) {
    StringBuilder folded = new StringBuilder();
    boolean before = true;
    for (Iterator<String> lines = source.lines().iterator(); lines.hasNext(); ) {
      String line = lines.next().strip();
      boolean alone = line.isEmpty() || TAGS_ALONE.matcher(line).matches();
      if (folded.length() > 0) {
        folded.append(before || alone ? '\n' : ' ');
      }
      folded.append(line);
      before = alone;
    }
    return source.endsWith("\n") ? folded.append('\n').toString() : folded.toString();
  }
}
