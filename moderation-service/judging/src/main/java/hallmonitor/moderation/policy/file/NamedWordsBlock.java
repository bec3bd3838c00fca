package hallmonitor.moderation.policy.file;

import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.policy.lint.WordLint;
import hallmonitor.moderation.text.NormalizedText;
import hallmonitor.settings.yaml.YamlMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code words} block: what the policy itself names as profanity, and what it allows. */
final class NamedWordsBlock {
  private static final int MOST = 500;

  private final WordLint lint;
  private final Map<String, String> listed = new HashMap<>();

  private NamedWordsBlock(WordLint lint) {
    this.lint = lint;
  }

  static NamedWords read(YamlMapping m, WordLint lint) {
    m.allow("profanity", "doubtful", "allowed");
    NamedWordsBlock block = new NamedWordsBlock(lint);
    return new NamedWords(
        block.profane(m, "profanity"), block.profane(m, "doubtful"), block.allowed(m));
  }

  private List<String> profane(YamlMapping m, String list) {
    return few(m, list, m.texts(list, text -> lint.profanity(text).or(() -> twice(list, text))));
  }

  private List<String> allowed(YamlMapping m) {
    return few(
        m,
        "allowed",
        m.texts("allowed", text -> lint.allowed(text).or(() -> twice("allowed", text))));
  }

  private Optional<String> twice(String list, String text) {
    String before = listed.putIfAbsent(NormalizedText.of(text).text(), list);
    return Optional.ofNullable(before)
        .map(
            other ->
                other.equals(list)
                    ? "'" + text + "' is there twice"
                    : "'"
                        + text
                        + "' is under both '"
                        + other
                        + "' and '"
                        + list
                        + "'; it can be only one");
  }

  private static List<String> few(YamlMapping m, String key, List<String> words) {
    if (words.size() > MOST) {
      m.problem(key, "name at most " + MOST + " words");
    }
    return words;
  }
}
