package hallmonitor.ingest.connector.mediawiki;

import hallmonitor.ingest.connector.http.HtmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads wikitext as people see it, as far as judging needs. */
final class WikiText {
  /** A signature: links to the author, then the time, at the end of a line. */
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "\\s*(?:--|—|–)?\\s*\\[\\[[^\\]]*\\]\\](?:\\s*\\(\\[\\[[^\\]]*\\]\\]\\))?\\s*\\d{1,2}:\\d{2}, [^\\[\\]]{5,40}\\([A-Z]{2,5}\\)\\s*$");

  private static final Pattern PICTURE =
      Pattern.compile("\\[\\[(?:File|Image):([^|\\]]+)[^\\]]*\\]\\]", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK = Pattern.compile("\\[\\[(?:[^|\\]]*\\|)?([^\\]]*)\\]\\]");

  private WikiText() {}

  /** Returns the depth of an answer: the number of colons and the like before it. */
  static int depth(String line) {
    int depth = 0;
    while (depth < line.length() && ":*#;".indexOf(line.charAt(depth)) >= 0) {
      depth++;
    }
    return depth;
  }

  static boolean isHeading(String line) {
    return line.startsWith("=") && line.strip().endsWith("=");
  }

  /** Returns the words of some lines, without markup and signature. */
  static String plain(List<String> lines) {
    return lines.stream()
        .map(WikiText::plain)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String plain(String line) {
    String text = line.substring(depth(line));
    if (isHeading(text)) {
      text = text.strip().replaceAll("^=+|=+$", "");
    }
    text = SIGNATURE.matcher(text).replaceFirst("");
    text = PICTURE.matcher(text).replaceAll("");
    text = LINK.matcher(text).replaceAll("$1");
    text = text.replace("'''", "").replace("''", "");
    return HtmlText.of(text).strip();
  }

  /** Returns the names of the pictures that some lines show. */
  static List<String> pictures(List<String> lines) {
    List<String> names = new ArrayList<>();
    for (String line : lines) {
      Matcher picture = PICTURE.matcher(line);
      while (picture.find()) {
        names.add(picture.group(1).strip());
      }
    }
    return names;
  }

  /** Writes plain text so that it contains no markup. Its lines stay one paragraph. */
  static String escaped(String text) {
    return text.strip()
        .lines()
        .map(l -> l.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        .map(l -> "<nowiki>" + l + "</nowiki>")
        .collect(Collectors.joining("<br>"));
  }
}
