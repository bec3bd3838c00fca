package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.NormalisedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules about sequences of words, read from files:
 *
 * <pre>
 * list weapon: gun, rifle
 * context sport 0.3
 *   {pattern}
 * rule threat 0.95 unless sport, negation: Says that its author will hurt somebody.
 *   {pattern}
 * </pre>
 *
 * A rule's score is multiplied by the factor of each context after {@code unless} that the comment
 * shows.
 */
final class Rulebook {
  record Rule(Category category, double score, List<String> unless, String why) {}

  /**
   * @param word index of its first word
   * @param end index after its last word
   * @param negated whether a word that its pattern does not ask for, in it or just before it,
   *     denies it
   */
  record Match(Rule rule, int word, int end, boolean negated) {}

  /**
   * @param needs numbers in {@link Needs}
   */
  private record Indexed(WordPattern pattern, int[] needs, Rule rule, String context) {}

  private static final int BEFORE = 3;

  private final Vocabulary vocabulary = new Vocabulary();
  private final Map<String, List<String>> lists = new HashMap<>();
  private final Map<String, Double> factors = new LinkedHashMap<>();
  private final Map<Integer, List<Indexed>> building = new HashMap<>();
  private final Indexed[][] byBeginning;
  private final Needs needs = new Needs();
  private final int[] denials;

  Rulebook(List<String> files) {
    Rule rule = null;
    String context = null;
    for (String file : files) {
      for (RuleFile.Line line : RuleFile.lines(file)) {
        try {
          if (line.isIndented()) {
            add(WordPattern.of(plain(line.text()), lists, vocabulary), rule, context);
          } else if (line.text().startsWith("list ")) {
            addList(plain(line.text().substring(5)));
          } else if (line.text().startsWith("context ")) {
            String[] parts = line.text().split(" +");
            context = parts[1];
            factors.put(context, Double.parseDouble(parts[2]));
            rule = null;
          } else {
            rule = rule(line.text());
            context = null;
          }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
          throw line.wrong("cannot be read: " + e.getMessage());
        }
      }
    }
    byBeginning =
        new Indexed[building.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1][];
    needs.seal();
    building.forEach((symbol, found) -> byBeginning[symbol] = found.toArray(Indexed[]::new));
    denials = lists.get("not").stream().mapToInt(vocabulary::symbol).toArray();
  }

  /** Rules may be written with accents and capitals: comments are compared without. */
  private static String plain(String text) {
    return NormalisedText.of(text).text();
  }

  private void addList(String text) {
    int colon = text.indexOf(':');
    List<String> phrases = new ArrayList<>();
    for (String phrase : text.substring(colon + 1).strip().split(" *, *")) {
      if (phrase.startsWith("{")) {
        phrases.addAll(lists.get(phrase.substring(1, phrase.length() - 1)));
      } else if (!phrase.isBlank()) {
        phrases.add(phrase);
      }
    }
    lists
        .computeIfAbsent(text.substring(0, colon).strip(), name -> new ArrayList<>())
        .addAll(phrases);
  }

  private static Rule rule(String text) {
    int colon = text.indexOf(':');
    String[] head = text.substring(0, colon).split(" +unless +");
    String[] parts = head[0].split(" +");
    if (!parts[0].equals("rule")) {
      throw new IllegalArgumentException("a line starts with list, context, rule or two spaces");
    }
    List<String> unless =
        head.length == 1 ? List.of() : Arrays.asList(head[1].strip().split(" *, *"));
    return new Rule(
        Category.of(parts[1])
            .orElseThrow(() -> new IllegalArgumentException("no category " + parts[1])),
        Double.parseDouble(parts[2]),
        unless,
        text.substring(colon + 1).strip());
  }

  private void add(WordPattern pattern, Rule rule, String context) {
    int[] needed = pattern.needs().stream().mapToInt(needs::number).distinct().toArray();
    Indexed indexed = new Indexed(pattern, needed, rule, context);
    for (int symbol : pattern.beginnings()) {
      building.computeIfAbsent(symbol, s -> new ArrayList<>()).add(indexed);
    }
  }

  Reading read(Comment comment) {
    String text = comment.normalised().folded().text();
    Words words = Words.of(text, vocabulary);
    List<Match> matches = new ArrayList<>(0);
    Map<String, Double> contexts = new HashMap<>(2);
    boolean[] free = new boolean[words.count()];
    long[] met = needs.metBy(words);
    for (int at = 0; at < words.count(); at++) {
      for (int symbol : words.symbols(at)) {
        Indexed[] candidates = symbol < byBeginning.length ? byBeginning[symbol] : null;
        for (int i = 0; candidates != null && i < candidates.length; i++) {
          if (!Needs.areMet(candidates[i].needs, met)) {
            continue;
          }
          Arrays.fill(free, false);
          int end = candidates[i].pattern.match(words, at, free);
          if (end < 0) {
            continue;
          }
          if (candidates[i].rule == null) {
            contexts.put(candidates[i].context, factors.get(candidates[i].context));
          } else {
            matches.add(new Match(candidates[i].rule, at, end, isNegated(words, at, end, free)));
          }
        }
      }
    }
    return new Reading(text, words, matches, contexts);
  }

  private boolean isNegated(Words words, int at, int end, boolean[] free) {
    for (int i = Math.max(0, at - BEFORE); i < end; i++) {
      boolean open = i < at ? noBreak(words, i, at) : free[i];
      for (int denial : denials) {
        if (open && words.is(i, denial)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean noBreak(Words words, int from, int to) {
    for (int i = from + 1; i <= to; i++) {
      if (words.opensSentence(i)) {
        return false;
      }
    }
    return true;
  }
}
