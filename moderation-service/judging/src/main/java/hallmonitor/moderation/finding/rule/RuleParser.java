package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.file.RuleFile;
import hallmonitor.moderation.finding.file.WordKinds;
import hallmonitor.moderation.text.NormalizedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses rule files. Continues after a mistake so that all are reported at once. */
final class RuleParser {
  /**
   * A pattern and its heading: a rule, or a context or topic.
   *
   * @param rule null under a context
   * @param context its name; empty under a rule
   */
  record Entry(WordPattern pattern, @Nullable Rule rule, String context) {}

  /**
   * A pattern of a form.
   *
   * @param form its name
   */
  record FormEntry(WordPattern pattern, String form) {}

  private final Vocabulary vocabulary;
  private final Map<String, List<String>> lists = new HashMap<>();
  private final Map<String, Double> contexts = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<WordPattern>> parts = new HashMap<>();
  private final Map<String, List<String>> written = new HashMap<>();
  private final List<FormEntry> forms = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();
  private @Nullable Rule rule;
  private String context = "";
  private String form = "";
  private @Nullable List<WordPattern> part;
  private String partName = "";

  private RuleParser(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Parses files.
   *
   * @throws IllegalStateException naming the file and line of every mistake
   */
  static RuleParser read(List<String> files, Vocabulary vocabulary) {
    return of(
        files.stream().flatMap(file -> RuleFile.lines(file).stream()).toList(),
        new RuleParser(vocabulary));
  }

  /**
   * Parses a file of forms that uses word lists from elsewhere.
   *
   * @throws IllegalStateException naming every mistake by file and line
   */
  static RuleParser read(String file, WordKinds lists, Vocabulary vocabulary) {
    RuleParser parser = new RuleParser(vocabulary);
    lists.names().forEach(name -> parser.lists.put(name, List.copyOf(lists.of(name))));
    return of(RuleFile.lines(file), parser);
  }

  static RuleParser of(List<RuleFile.Line> lines) {
    return of(lines, new RuleParser(new Vocabulary()));
  }

  private static RuleParser of(List<RuleFile.Line> lines, RuleParser parser) {
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
      addPattern(line.text());
    } else if (line.text().startsWith("list ")) {
      addList(plain(line.text().substring(5)));
    } else if (line.text().startsWith("context ") || line.text().startsWith("topic ")) {
      String[] head = line.text().split(" +");
      double factor = head[0].equals("topic") ? 1 : RuleLine.factor(head);
      contexts.put(head[1], factor);
      under(null, head[1], "", null);
    } else if (line.text().matches("(?:form|part) [a-z-]+")) {
      String name = line.text().substring(5);
      boolean whole = line.text().startsWith("form ");
      List<WordPattern> patterns = new ArrayList<>();
      under(null, "", whole ? name : "", whole ? null : patterns);
      if (!whole) {
        parts.put(name, patterns);
        partName = name;
      }
    } else {
      under(RuleLine.rule(line, contexts), "", "", null);
    }
  }

  private void under(
      @Nullable Rule newRule,
      String newContext,
      String newForm,
      @Nullable List<WordPattern> newPart) {
    rule = newRule;
    context = newContext;
    form = newForm;
    part = newPart;
  }

  /**
   * One pattern for each spelling of its first part, so that it can be indexed by its first words.
   */
  private List<String> expanded(String text) {
    int end = text.indexOf('>');
    List<String> ways =
        text.startsWith("<") ? written.get(text.substring(1, Math.max(1, end))) : null;
    return ways == null
        ? List.of(text)
        : ways.stream().flatMap(way -> expanded(way + text.substring(end + 1)).stream()).toList();
  }

  private void addPattern(String text) {
    if (!form.isEmpty()) {
      for (String whole : expanded(text.strip())) {
        WordPattern pattern = WordPattern.ofForm(whole, lists, parts, vocabulary, false);
        forms.add(new FormEntry(pattern, form));
      }
    } else if (part != null) {
      part.add(WordPattern.ofForm(text.strip(), lists, parts, vocabulary, true));
      written.computeIfAbsent(partName, name -> new ArrayList<>()).add(text.strip());
    } else if (rule != null || !context.isEmpty()) {
      entries.add(new Entry(WordPattern.of(plain(text), lists, vocabulary), rule, context));
    } else {
      throw new IllegalArgumentException(
          "this line stands under no rule and no context; begin one above it, or take away the"
              + " spaces before it");
    }
  }

  /** Folds accents and capitals in a rule, because comments are compared without them. */
  private static String plain(String text) {
    return NormalizedText.of(text).text();
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

  /** Returns the patterns of forms, in the order of the file. */
  List<FormEntry> forms() {
    return forms;
  }

  /** Returns the phrases of a list; empty if no file defines it. */
  List<String> list(String name) {
    return lists.getOrDefault(name, List.of());
  }
}
