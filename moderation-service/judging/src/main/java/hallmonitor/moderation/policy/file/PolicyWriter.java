package hallmonitor.moderation.policy.file;

import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.policy.file.WrittenClause.Condition;
import hallmonitor.settings.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes a policy, or a part of it, in the usual layout of policy.yaml. */
final class PolicyWriter {
  private static final int WIDTH = 110;

  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  private PolicyWriter() {}

  static String all(WrittenPolicy policy) {
    List<String> lines = new ArrayList<>();
    lines.add(title(policy.title()));
    lines.add("");
    lines.addAll(words(policy.words()));
    lines.add("clauses:");
    policy.clauses().forEach(clause -> lines.addAll(clause(clause, 2)));
    lines.add("");
    lines.add("otherwise: allow");
    return String.join("\n", lines) + "\n";
  }

  static String title(String title) {
    return "title: " + YamlScalar.of(title);
  }

  /** Returns no lines if no word is named. */
  static List<String> words(NamedWords words) {
    List<String> lines = new ArrayList<>();
    words("profanity", words.profanity(), lines);
    words("doubtful", words.doubtful(), lines);
    words("allowed", words.allowed(), lines);
    if (!lines.isEmpty()) {
      lines.add(0, "words:");
    }
    return lines;
  }

  private static void words(String key, List<String> words, List<String> lines) {
    if (!words.isEmpty()) {
      lines.add("  " + key + ": " + list(words));
    }
  }

  /**
   * Writes a clause.
   *
   * @param indent spaces before its dash
   */
  static List<String> clause(WrittenClause clause, int indent) {
    String at = " ".repeat(indent);
    List<String> lines = new ArrayList<>();
    lines.add(at + "- id: " + YamlScalar.quoted(clause.id()));
    lines.add(at + "  title: " + YamlScalar.of(clause.title()));
    if (!clause.spanishTitle().isEmpty()) {
      lines.add(at + "  title-es: " + YamlScalar.of(clause.spanishTitle()));
    }
    wording("wording", clause.wording(), at + "  ", lines);
    if (!clause.spanishWording().isEmpty()) {
      wording("wording-es", clause.spanishWording(), at + "  ", lines);
    }
    if (!clause.when().isEmpty()) {
      lines.add(at + "  when:");
      clause.when().forEach(c -> lines.add(at + "    - { " + condition(c) + " }"));
    }
    String then = then(clause.then());
    if (!then.isEmpty()) {
      lines.add(at + "  then: { " + then + " }");
    }
    return lines;
  }

  private static void wording(String key, String text, String at, List<String> lines) {
    if (text.isEmpty() || !YamlScalar.isPrintable(text)) {
      lines.add(at + key + ": " + YamlScalar.quoted(text));
      return;
    }
    lines.add(at + key + ": >");
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + word.length() + at.length() + 3 > WIDTH) {
        lines.add(at + "  " + line);
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(at + "  " + line);
  }

  private static String condition(Condition c) {
    String kinds = c.accounts().isEmpty() ? "" : ", accounts: " + list(c.accounts());
    String strikes = c.strikes().isEmpty() ? "" : ", strikes: " + number(c.strikes());
    return "category: "
        + YamlScalar.of(c.category())
        + ", at-least: "
        + number(c.atLeast())
        + kinds
        + strikes;
  }

  private static String then(WrittenConsequence then) {
    List<String> parts = new ArrayList<>();
    if (then.hide()) {
      parts.add("hide: true");
    }
    if (then.review()) {
      parts.add("review: true");
    }
    if (!then.lane().isEmpty()) {
      parts.add("lane: " + YamlScalar.of(then.lane()));
    }
    if (then.strike()) {
      parts.add("strike: true");
    }
    if (then.escalates()) {
      String urgency =
          then.urgency().isEmpty() ? "" : ", urgency: " + YamlScalar.of(then.urgency());
      parts.add("escalate: { to: " + list(then.roles()) + urgency + " }");
    }
    return String.join(", ", parts);
  }

  private static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(YamlScalar::of).toList()) + "]";
  }

  private static String number(String text) {
    return NUMBER.matcher(text).matches() ? text : YamlScalar.quoted(text);
  }
}
