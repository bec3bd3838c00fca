package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.Comment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules about sequences of words, read from files (see {@code patterns/README.md}) and compiled
 * for matching.
 */
public final class Rulebook {
  /**
   * A match of a rule.
   *
   * @param word index of its first word
   * @param end index after its last word
   * @param negated whether a word in it or just before it, one that its pattern does not require,
   *     negates it
   * @param aside factor from 0 to 1 from the post and the parent
   */
  public record Match(Rule rule, int word, int end, boolean negated, double aside) {}

  /**
   * An indexed pattern.
   *
   * @param needs numbers in {@link PatternPrefilter}
   * @param rule or null if the pattern shows a context
   */
  private record Indexed(WordPattern pattern, int[] needs, @Nullable Rule rule, String context) {}

  /** The shipped rule files on the class path. */
  public static final List<String> FILES =
      List.of(
          "/patterns/contexts.txt",
          "/patterns/threats.txt",
          "/patterns/danger.txt",
          "/patterns/peligro.txt",
          "/patterns/care.txt",
          "/patterns/distress.txt",
          "/patterns/attacks.txt",
          "/patterns/conduct.txt",
          "/patterns/explicit.txt",
          "/patterns/identity.txt",
          "/patterns/advances.txt",
          "/patterns/offers.txt",
          "/patterns/signs.txt");

  private static final int BEFORE = 3;
  private static final String DENIALS = "not";
  private static final String SPEAKERS = "speaker";

  private final Vocabulary vocabulary;
  private final Map<String, Double> factors;
  private final Indexed[][] byBeginning;
  private final PatternPrefilter needs = new PatternPrefilter();
  private final int[] denials;
  private final int[] speakers;

  public static Rulebook shipped() {
    return new Rulebook(FILES, new Vocabulary());
  }

  /**
   * Reads rule files.
   *
   * @param vocabulary its own, or one shared with other rulebooks
   * @throws IllegalStateException naming the file and line of every mistake
   */
  public Rulebook(List<String> files, Vocabulary vocabulary) {
    this(RuleParser.read(files, vocabulary));
  }

  Rulebook(RuleParser parsed) {
    vocabulary = parsed.vocabulary();
    factors = parsed.contexts();
    Map<Integer, List<Indexed>> building = new HashMap<>();
    for (RuleParser.Entry entry : parsed.entries()) {
      int[] needed = entry.pattern().needs().stream().mapToInt(needs::number).distinct().toArray();
      Indexed indexed = new Indexed(entry.pattern(), needed, entry.rule(), entry.context());
      for (int symbol : entry.pattern().beginnings()) {
        building.computeIfAbsent(symbol, s -> new ArrayList<>()).add(indexed);
      }
    }
    byBeginning =
        new Indexed[building.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1][];
    needs.seal();
    building.forEach((symbol, found) -> byBeginning[symbol] = found.toArray(Indexed[]::new));
    denials = parsed.list(DENIALS).stream().mapToInt(vocabulary::symbol).toArray();
    speakers = parsed.list(SPEAKERS).stream().mapToInt(vocabulary::symbol).toArray();
  }

  public RuleReading read(Comment comment) {
    String text = comment.normalized().folded().text();
    RuleWords words = vocabulary.words(text);
    List<Match> matches = new ArrayList<>(0);
    Map<String, Double> contexts = Map.of();
    Asides asides = new Asides(this, comment);
    Trial trial = null; // allocated on demand: most comments do not need it
    long[] met = needs.metBy(words);
    for (int at = 0; at < words.count(); at++) {
      for (int symbol : words.symbols(at)) {
        Indexed[] candidates = symbol < byBeginning.length ? byBeginning[symbol] : null;
        for (int i = 0; candidates != null && i < candidates.length; i++) {
          Indexed candidate = candidates[i];
          if (!PatternPrefilter.areMet(candidate.needs, met)) {
            continue;
          }
          trial = trial == null ? new Trial(words, Slots.NONE) : trial;
          trial.begin();
          int end = candidate.pattern.match(trial, at);
          if (end < 0) {
            continue;
          }
          if (candidate.rule == null) {
            contexts = contexts.isEmpty() ? new HashMap<>(4) : contexts;
            contexts.put(candidate.context, factors.getOrDefault(candidate.context, 1.0));
          } else if (asides.show(candidate.rule.when())) {
            boolean negated = isNegated(words, at, end, trial.free);
            double aside = asides.factor(candidate.rule.unless());
            matches.add(new Match(candidate.rule, at, end, negated, aside));
          }
        }
      }
    }
    return new RuleReading(text, words, matches, contexts, new Quotations(text));
  }

  private boolean isNegated(RuleWords words, int at, int end, boolean[] free) {
    boolean afresh = words.isAny(at, speakers);
    for (int i = Math.max(0, afresh ? at : at - BEFORE); i < end; i++) {
      boolean open = i < at ? !words.isBreakWithin(i, at) : free[i];
      if (open && words.isAny(i, denials)) {
        return true;
      }
    }
    return false;
  }
}
