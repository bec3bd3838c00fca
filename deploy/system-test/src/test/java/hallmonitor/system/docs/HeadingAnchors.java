package hallmonitor.system.docs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The anchors that GitHub gives a document's headings: lower case, spaces as hyphens, other
 * punctuation dropped, and a number for repeated headings.
 */
final class HeadingAnchors {
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*\\s*");
  private static final Pattern LINK = Pattern.compile("!?\\[([^]]*)]\\([^)]*\\)");
  private static final Pattern NO_PART = Pattern.compile("[^\\p{L}\\p{N}\\p{M}_ -]");
  private static final Pattern NAMED = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");

  private HeadingAnchors() {}

  static Set<String> of(MarkdownFile document) {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    for (MarkdownFile.Line line : document.prose()) {
      Matcher heading = HEADING.matcher(line.text());
      if (heading.matches()) {
        String anchor = of(heading.group(1));
        int before = times.merge(anchor, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? anchor : anchor + "-" + before);
      }
      NAMED.matcher(line.text()).results().forEach(named -> anchors.add(named.group(1)));
    }
    return anchors;
  }

  private static String of(String heading) {
    String words = LINK.matcher(heading).replaceAll("$1").toLowerCase(Locale.ROOT);
    return NO_PART.matcher(words).replaceAll("").replace(' ', '-');
  }
}
