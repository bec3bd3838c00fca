package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.file.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The example sentences in rule files: a rule must match its {@code yes:} sentences and must not
 * match its {@code no:} sentences. They are for rule authors; the service ignores them.
 */
public final class RuleExamples {
  /** Highest score, relative to the rule's, that a context may leave for a {@code no:} sentence. */
  private static final double AT_MOST = 0.5;

  private final Rulebook rules;
  private final List<RuleFile.Line> lines;
  private final List<String> failures = new ArrayList<>();
  private int count;

  private RuleExamples(List<RuleFile.Line> lines) {
    this.lines = lines;
    this.rules = new Rulebook(RuleParser.of(lines));
  }

  /**
   * Reads the examples of all rule files on the class path.
   *
   * @throws IllegalStateException naming the file and line of every mistake
   */
  public static RuleExamples shipped() {
    return of(Rulebook.FILES.stream().flatMap(file -> RuleFile.lines(file).stream()).toList());
  }

  static RuleExamples of(List<RuleFile.Line> lines) {
    RuleExamples examples = new RuleExamples(lines);
    examples.check();
    return examples;
  }

  /** Returns the number of sentences. */
  public int count() {
    return count;
  }

  /** Returns one sentence per failed example, starting with its file and line. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  private void check() {
    RuleFile.Line head = null;
    Map<Boolean, Integer> beside = new HashMap<>();
    for (RuleFile.Line line : lines) {
      if (!line.isIndented()) {
        wantBoth(head, beside);
        head = isHead(line) ? line : null;
        beside.clear();
      } else if (line.isExample() && head != null) {
        boolean yes = line.text().strip().startsWith("yes:");
        beside.merge(yes, 1, Integer::sum);
        count++;
        check(head, line, yes, comment(line.text()));
      }
    }
    wantBoth(head, beside);
  }

  private static boolean isHead(RuleFile.Line line) {
    return line.text().startsWith("rule ")
        || line.text().startsWith("context ")
        || line.text().startsWith("topic ");
  }

  private void wantBoth(RuleFile.@Nullable Line head, Map<Boolean, Integer> beside) {
    if (head != null && beside.size() < 2) {
      failures.add(
          head.place()
              + ": add "
              + (beside.containsKey(true) ? "" : "a sentence 'yes: ...' that this finds")
              + (beside.isEmpty() ? " and " : "")
              + (beside.containsKey(false) ? "" : "a sentence 'no: ...' that it must leave alone"));
    }
  }

  private void check(RuleFile.Line head, RuleFile.Line line, boolean yes, Comment comment) {
    RuleReading reading = rules.read(comment);
    if (!head.text().startsWith("rule ")) {
      String name = head.text().split(" +")[1];
      if (reading.contexts().containsKey(name) != yes) {
        failures.add(
            line.place() + ": the context '" + name + "' is " + (yes ? "not " : "") + "seen here");
      }
      return;
    }
    Optional<Rulebook.Match> best =
        reading.matches().stream()
            .filter(m -> m.rule().place().equals(head.place()))
            .max((a, b) -> Double.compare(reading.score(a), reading.score(b)));
    double score = best.map(reading::score).orElse(0.0);
    double full = best.map(m -> m.rule().score()).orElse(1.0);
    if (yes && best.isEmpty()) {
      failures.add(line.place() + ": no pattern of the rule at " + head.place() + " fits this");
    } else if (yes && score < full) {
      failures.add(line.place() + ": the rule fits this, but " + lowered(reading, best.get()));
    } else if (!yes && score > full * AT_MOST) {
      failures.add(
          line.place()
              + ": the rule at "
              + head.place()
              + " finds '"
              + words(reading, best.get())
              + "' here");
    }
  }

  private static String lowered(RuleReading reading, Rulebook.Match match) {
    List<String> why =
        match
            .rule()
            .excuses()
            .filter(reading.contexts()::containsKey)
            .collect(Collectors.toCollection(ArrayList::new));
    if (match.negated() && match.rule().isExcusedBy("negation")) {
      why.add("negation");
    }
    if (match.aside() < 1) {
      why.add("the post or the parent");
    }
    return String.format(
        Locale.ROOT,
        "%.2f is left of its %.2f, because of: %s",
        reading.score(match),
        match.rule().score(),
        why.isEmpty() ? "quotation" : String.join(", ", why));
  }

  /**
   * Explains how each matching rule scores a sentence, one line per rule, strongest first.
   *
   * @param sentence as in the files: {@code text | parent: text | post: text}
   */
  public List<String> explain(String sentence) {
    RuleReading reading = rules.read(comment(sentence));
    return reading.matches().stream()
        .sorted((a, b) -> Double.compare(reading.score(b), reading.score(a)))
        .map(
            m ->
                String.format(
                    Locale.ROOT,
                    "%-16s %.2f  '%s'  by the rule at %s%s",
                    m.rule().category().label(),
                    reading.score(m),
                    words(reading, m),
                    m.rule().place(),
                    reading.score(m) < m.rule().score() ? "; " + lowered(reading, m) : ""))
        .toList();
  }

  private static String words(RuleReading reading, Rulebook.Match match) {
    return reading
        .text()
        .substring(reading.words().from(match.word()), reading.words().to(match.end() - 1));
  }

  /** Parses {@code yes: text | parent: text | post: text}. */
  static Comment comment(String line) {
    String text = line.strip().replaceFirst("^(yes|no):", "");
    String post = "";
    Optional<String> parent = Optional.empty();
    String[] parts = text.split("\\|");
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      if (part.startsWith("parent:")) {
        parent = Optional.of(part.substring(7).strip());
      } else if (part.startsWith("post:")) {
        post = part.substring(5).strip();
      }
    }
    return Comment.of(parts[0].strip(), "", post, parent, "school");
  }
}
