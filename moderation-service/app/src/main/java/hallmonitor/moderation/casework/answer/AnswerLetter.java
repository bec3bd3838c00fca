package hallmonitor.moderation.casework.answer;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.wording.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The letter of an answer: words of the district, with names in braces for what the request says.
 */
public final class AnswerLetter {
  /** What can stand in braces. */
  public static final Set<String> NAMES =
      new TreeSet<>(
          List.of(
              "date",
              "number",
              "received",
              "district",
              "requester",
              "request",
              "released",
              "withheld",
              "review",
              "proof",
              "officer",
              "title"));

  private static final Pattern NAME = Pattern.compile("\\{([^{}\\n]{1,40})\\}");

  private AnswerLetter() {}

  /** Returns the names in a letter that stand for nothing, each once. */
  public static Set<String> unknown(String letter) {
    return NAME.matcher(letter)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !NAMES.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Fills in a letter. Paragraphs that are empty then are left out; nothing in a value is filled in
   * again.
   *
   * @param values by name
   * @return its paragraphs
   * @throws NotLegal if it has a name that stands for nothing, or no words
   */
  public static List<String> filled(String letter, Map<String, String> values) {
    Set<String> unknown = unknown(letter);
    if (!unknown.isEmpty()) {
      throw new NotLegal(
          Sentence.of(
              "Nothing stands for {1} in a letter. Correct it, or take out the braces.",
              "{" + String.join("}, {", unknown) + "}"));
    }
    List<String> paragraphs =
        Arrays.stream(letter.replace("\r\n", "\n").split("\n\\s*\n"))
            .map(paragraph -> NAME.matcher(paragraph).replaceAll(found -> value(found, values)))
            .map(String::strip)
            .filter(paragraph -> !paragraph.isEmpty())
            .toList();
    if (paragraphs.isEmpty()) {
      throw new NotLegal(Sentence.of("Write the letter first."));
    }
    return paragraphs;
  }

  private static String value(MatchResult found, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(found.group(1), ""));
  }
}
