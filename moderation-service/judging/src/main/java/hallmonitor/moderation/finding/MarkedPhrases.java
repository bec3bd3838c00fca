package hallmonitor.moderation.finding;

import hallmonitor.moderation.finding.file.WordKinds;
import hallmonitor.moderation.text.LetterForms;
import hallmonitor.moderation.text.NormalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Picks the phrases that a person would mark: the words that moved the linear model most, joined
 * over the small words between them. A mark never begins or ends with a small word, and a word that
 * hardly weighed is not marked at all.
 */
final class MarkedPhrases {
  private static final WordKinds KINDS = WordKinds.read("/lexicon/function-words.txt");

  /** Words that neither begin nor end a mark. */
  private static final Set<String> SMALL = new HashSet<>();

  /** Words that make no mark without another word. */
  private static final Set<String> NOT_ALONE = KINDS.of("alone");

  static {
    SMALL.addAll(KINDS.of("en"));
    SMALL.addAll(KINDS.of("es"));
  }

  /** Least change of the log-odds by a word that is worth a mark. A change of 0.7 doubles odds. */
  private static final double USEFUL = 0.25;

  /** A word that weighs less than this part of the heaviest phrase is not marked beside it. */
  private static final double BESIDE = 0.3;

  private static final int MOST_PHRASES = 3;

  /** Most small words that a phrase reaches over. */
  private static final int MOST_BETWEEN = 2;

  /**
   * A phrase, by its first and last word.
   *
   * @param weight of its heavy words together
   * @param says whether one of them says something by itself
   */
  private record Phrase(int from, int to, double weight, boolean says) {}

  private final Comment comment;
  private final NormalizedText folded;
  private final Features features;
  private final double[] weights;

  private MarkedPhrases(Comment comment, Features features, double[] weights) {
    this.comment = comment;
    this.folded = comment.normalized().folded();
    this.features = features;
    this.weights = weights;
  }

  /**
   * Returns the spans in the original text, in its order; empty if no word is worth a mark.
   *
   * @param features of the comment
   */
  static List<Span> of(ScoreTable table, Comment comment, Features features, int label) {
    return of(comment, features, weights(table, features, label));
  }

  /**
   * Returns the spans in the original text.
   *
   * @param weights by how much each word changes the log-odds
   */
  static List<Span> of(Comment comment, Features features, double[] weights) {
    MarkedPhrases marked = new MarkedPhrases(comment, features, weights);
    return marked.phrases().stream()
        .sorted(Comparator.comparingInt(Phrase::from))
        .map(phrase -> new Span(marked.from(phrase.from), marked.to(phrase.to)))
        .toList();
  }

  /** A pair counts half for each of its words. */
  private static double[] weights(ScoreTable table, Features features, int label) {
    double[] weights = new double[features.wordCount()];
    for (int i = 0; i < features.count(); i++) {
      double half = table.logOdds(features, i, label) / 2;
      weights[features.wordOf(i)] += half;
      weights[features.lastWordOf(i)] += half;
    }
    return weights;
  }

  private List<Phrase> phrases() {
    List<Phrase> phrases = new ArrayList<>();
    for (int word = 0; word < weights.length; word++) {
      if (isHeavy(word)) {
        Phrase phrase = beginningWith(word);
        word = phrase.to;
        if (phrase.says) {
          phrases.add(phrase);
        }
      }
    }
    double heaviest = phrases.stream().mapToDouble(Phrase::weight).max().orElse(0);
    return phrases.stream()
        .filter(p -> p.weight >= BESIDE * heaviest)
        .sorted(Comparator.comparingDouble(Phrase::weight).reversed())
        .limit(MOST_PHRASES)
        .toList();
  }

  private boolean isHeavy(int word) {
    return weights[word] >= USEFUL && !isSmall(word);
  }

  /** Returns the phrase that begins with a heavy word. */
  private Phrase beginningWith(int first) {
    int last = first;
    double weight = weights[first];
    boolean says = says(first);
    int word = first + 1;
    for (int between = 0; word < weights.length && between <= MOST_BETWEEN; word++) {
      if (!goesOn(word - 1)) {
        break;
      }
      if (isHeavy(word)) {
        last = word;
        weight += weights[word];
        says |= says(word);
        between = 0;
      } else if (isSmall(word)) {
        between++;
      } else {
        break;
      }
    }
    return new Phrase(first, last, weight, says);
  }

  /** Returns whether no sentence or part of one ends between a word and the next. */
  private boolean goesOn(int word) {
    String text = comment.text();
    int from = Math.min(to(word), text.length());
    int to = Math.min(from(word + 1), text.length());
    return from > to || text.substring(from, to).chars().allMatch(MarkedPhrases::isWithinPhrase);
  }

  private static boolean isWithinPhrase(int c) {
    return c == ' ' || c == '-' || c == '\'' || c == '"' || Character.isLetterOrDigit(c);
  }

  private int from(int word) {
    return folded.originalFrom(features.from(word));
  }

  private int to(int word) {
    return folded.originalTo(features.to(word));
  }

  private boolean isSmall(int word) {
    String plain = plain(word);
    boolean letter = plain.length() == 1 && LetterForms.isLetter(plain.charAt(0));
    return letter || SMALL.contains(plain);
  }

  private boolean says(int word) {
    return !NOT_ALONE.contains(plain(word));
  }

  private String plain(int word) {
    return features.word(word).replace("'", "");
  }
}
