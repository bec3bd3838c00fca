package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.file.WordKinds;
import hallmonitor.moderation.finding.name.NameTokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms of a file (see {@code patterns/README.md}): patterns with a slot for a name. */
public final class Forms {
  /**
   * A match of a form.
   *
   * @param order of the pattern in its file
   * @param slot the name of the slot that it is about
   * @param from the first word in that slot
   * @param to index after its last word
   */
  public record Found(String form, int order, String slot, int from, int to) {}

  /**
   * @param order of its form in the file
   */
  private record Indexed(WordPattern pattern, int[] needs, String form, int order) {}

  private final Vocabulary vocabulary = new Vocabulary();
  private final PatternPrefilter needs = new PatternPrefilter();
  private final Map<Integer, List<Indexed>> byBeginning = new HashMap<>();
  private final List<Indexed> anywhere = new ArrayList<>();

  /**
   * @param lists words by kind; patterns refer to a kind as a list
   * @throws IllegalStateException naming every mistake by file and line
   */
  public Forms(String file, WordKinds lists) {
    List<RuleParser.FormEntry> entries = RuleParser.read(file, lists, vocabulary).forms();
    for (int i = 0; i < entries.size(); i++) {
      RuleParser.FormEntry entry = entries.get(i);
      WordPattern pattern = entry.pattern();
      int[] needed = pattern.needs().stream().mapToInt(needs::number).distinct().toArray();
      Indexed indexed = new Indexed(pattern, needed, entry.form(), i);
      if (pattern.beginnings().isEmpty()) {
        anywhere.add(indexed);
      }
      for (int symbol : pattern.beginnings()) {
        byBeginning.computeIfAbsent(symbol, s -> new ArrayList<>()).add(indexed);
      }
    }
    needs.seal();
  }

  /**
   * Returns all matches in order of the start of their slot; matches with the same start are in the
   * file's order.
   */
  public List<Found> in(NameTokens tokens, Slots slots) {
    RuleWords words = RuleWords.of(tokens, vocabulary);
    Trial trial = new Trial(words, slots);
    long[] met = needs.metBy(words);
    List<Indexed> open =
        anywhere.stream().filter(c -> PatternPrefilter.areMet(c.needs, met)).toList();
    List<Found> found = new ArrayList<>(0);
    for (int at = 0; at < words.count(); at++) {
      for (int symbol : words.symbols(at)) {
        for (Indexed candidate : byBeginning(symbol)) {
          if (PatternPrefilter.areMet(candidate.needs, met)) {
            add(found, candidate, trial, at);
          }
        }
      }
      for (Indexed candidate : open) {
        add(found, candidate, trial, at);
      }
    }
    found.sort(Comparator.comparingInt(Found::from).thenComparingInt(Found::order));
    return found;
  }

  /** Returns the first form in the file that matches at the first word. */
  public Optional<Found> atFirst(NameTokens tokens, Slots slots) {
    RuleWords words = RuleWords.of(tokens, vocabulary);
    List<Found> found = new ArrayList<>(0);
    if (words.count() > 0) {
      Trial trial = new Trial(words, slots);
      for (int symbol : words.symbols(0)) {
        byBeginning(symbol).forEach(candidate -> add(found, candidate, trial, 0));
      }
      anywhere.forEach(candidate -> add(found, candidate, trial, 0));
    }
    return found.stream().min(Comparator.comparingInt(Found::order));
  }

  private List<Indexed> byBeginning(int symbol) {
    return byBeginning.getOrDefault(symbol, List.of());
  }

  private static void add(List<Found> found, Indexed candidate, Trial trial, int at) {
    trial.fill("", -1, -1);
    if (candidate.pattern.match(trial, at) >= 0) {
      found.add(new Found(candidate.form, candidate.order, trial.slot, trial.from, trial.to));
    }
  }
}
