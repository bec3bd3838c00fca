package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.finding.file.RuleFile;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The word lists under {@code /words} for the lexicon's tests. */
final class WordLists {
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  private WordLists() {}

  /** Returns all words of a list, which are separated by spaces. */
  static List<String> words(String name) {
    return lines(name)
        .filter(l -> !l.startsWith(">"))
        .flatMap(l -> Arrays.stream(l.split(" +")))
        .toList();
  }

  /** Returns all phrases of a list, which are separated by bars. */
  static List<String> phrases(String name) {
    return lines(name).flatMap(l -> Arrays.stream(l.split(" *\\| *"))).toList();
  }

  /** Returns the lines of a list with escaped characters decoded. */
  static List<String> wholeLines(String name) {
    return lines(name).map(l -> ESCAPE.matcher(l).replaceAll(WordLists::sign)).toList();
  }

  /** Returns the sentences of a list, which begin with {@code >}. */
  static List<String> sentences(String name) {
    return lines(name).filter(l -> l.startsWith("> ")).map(l -> l.substring(2)).toList();
  }

  private static String sign(java.util.regex.MatchResult escape) {
    return Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16)));
  }

  private static Stream<String> lines(String name) {
    return RuleFile.lines("/words/" + name + ".txt").stream().map(RuleFile.Line::text);
  }
}
