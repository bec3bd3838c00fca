package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.file.RuleFile;
import hallmonitor.moderation.text.NormalisedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses rule files. Continues after a mistake so that all are reported at once. */
final class RuleParser {
  /**
   * A pattern and its heading: a rule, or a context or topic.
   *
   * @param rule or null
   * @param context or null
   */
  record Entry(WordPattern pattern, Rule rule, String context) {}

  private final Vocabulary vocabulary;
  private final Map<String, List<String>> lists = new HashMap<>();
  private final Map<String, Double> contexts = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();
  private Rule rule;
  private String context;

  private RuleParser(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Parses files.
   *
   * @throws IllegalStateException naming the file and line of every mistake
   */
  static RuleParser read(List<String> files, Vocabulary vocabulary) {
    return of(files.stream().flatMap(file -> RuleFile.lines(file).stream()).toList(), vocabulary);
  }

  static RuleParser of(List<RuleFile.Line> lines) {
    return of(lines, new Vocabulary());
  }

  private static RuleParser of(List<RuleFile.Line> lines, Vocabulary vocabulary) {
    RuleParser parser = new RuleParser(vocabulary);
    boolean understood = true;
    for (RuleFile.Line line : lines) {
      try {
        // Skips lines under a heading that was not understood, which would only cause false errors.
        if (understood || !line.isIndented()) {
          understood = true;
          parser.add(line);
        }
      } catch (IllegalArgumentException e) {
        understood = line.isIndented();
        parser.mistakes.add(line.place() + ": " + e.getMessage());
      }
    }
    if (!parser.mistakes.isEmpty()) {
      throw new IllegalStateException(String.join("\n", parser.mistakes));
    }
    return parser;
  }

  private void add(RuleFile.Line line) {
    if (line.isExample()) {
      return; // read by RuleExamples
    }
    if (line.isIndented()) {
      if (rule == null && context == null) {
        throw new IllegalArgumentException(
            "this line stands under no rule and no context; begin one above it, or take away the"
                + " spaces before it");
      }
      entries.add(new Entry(WordPattern.of(plain(line.text()), lists, vocabulary), rule, context));
    } else if (line.text().startsWith("list ")) {
      addList(plain(line.text().substring(5)));
    } else if (line.text().startsWith("context ") || line.text().startsWith("topic ")) {
      String[] head = line.text().split(" +");
      double factor = head[0].equals("topic") ? 1 : RuleLine.factor(head);
      contexts.put(head[1], factor);
      context = head[1];
      rule = null;
    } else {
      rule = RuleLine.rule(line, contexts);
      context = null;
    }
  }

  /** Folds accents and capitals in a rule, because comments are compared without them. */
  private static String plain(String text) {
    return NormalisedText.of(text).text();
  }

  private void addList(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("a list is written 'list NAME: word, word or phrase'");
    }
    List<String> phrases = new ArrayList<>();
    for (String phrase : text.substring(colon + 1).strip().split(" *, *")) {
      if (phrase.startsWith("{")) {
        phrases.addAll(WordPattern.listed(phrase, lists));
      } else if (!phrase.isBlank()) {
        phrases.add(phrase);
      }
    }
    lists
        .computeIfAbsent(text.substring(0, colon).strip(), name -> new ArrayList<>())
        .addAll(phrases);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Returns all contexts and topics with their score factor, which is 1 for topics. */
  Map<String, Double> contexts() {
    return contexts;
  }

  List<Entry> entries() {
    return entries;
  }

  /** Returns the phrases of a list; empty if no file defines it. */
  List<String> list(String name) {
    return lists.getOrDefault(name, List.of());
  }
}
