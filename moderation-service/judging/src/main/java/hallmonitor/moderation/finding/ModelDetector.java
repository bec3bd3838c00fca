package hallmonitor.moderation.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The statistical model: scores a comment by how similar comments were labeled. A linear model
 * scores every comment; an optional second stage scores again those that the linear model is unsure
 * about.
 */
public final class ModelDetector implements Detector {
  public static final String NAME = "model";

  /**
   * Name of the detector of links with an offer. The models have read the same link, so its finding
   * does not count as a second, independent opinion that would let them hide.
   */
  public static final String LINK = "link";

  /**
   * Highest score of an answer that has not been shown to be as sure as a written rule. See {@link
   * SecondStage#provenFrom}.
   */
  public static final double SUREST = 0.9;

  /** Lowest score of an answer that has been: the score of a written rule that may hide. */
  public static final double PROVEN = 0.95;

  /** Ten times the share of comments on a live page that are assumed to be of a category. */
  static final double WORTH_SAYING = 0.02;

  /** Weight of other categories in the order of second looks. */
  private static final double NOT_DANGER = 0.5;

  /**
   * Categories where a comment is also read without its links and the like, and the stronger
   * reading counts: nothing written beside a threat takes it back.
   */
  static final Set<Category> DANGER = Category.danger();

  /**
   * The models' scores for a text.
   *
   * @param again from the second stage; empty if it did not run
   */
  private record Reading(LinearScores linear, Map<Category, Double> again) {
    Reading again(Map<Category, Double> seen) {
      return new Reading(linear, seen);
    }

    double probability(Category category) {
      return again.getOrDefault(category, linear.probability(category));
    }

    /** Returns 0 for a category that the model does not know. */
    double dangerOf(Category category) {
      double known = linear.probability(category);
      return Double.isNaN(known) ? 0 : known;
    }
  }

  private final ScoreTable table;
  private final Optional<SecondStage> secondStage;

  public ModelDetector(ScoreTable table) {
    this(table, Optional.empty());
  }

  private ModelDetector(ScoreTable table, Optional<SecondStage> secondStage) {
    this.table = table;
    this.secondStage = secondStage;
  }

  /** Returns the same linear model followed by a second stage. */
  public ModelDetector followedBy(SecondStage stage) {
    return new ModelDetector(table, Optional.of(stage));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void prepare() {
    secondStage.ifPresent(SecondStage::prepare);
  }

  @Override
  public List<Finding> detect(Comment comment) {
    return detect(comment, List.of());
  }

  /**
   * Returns at most one finding per category: from the second stage if it ran, otherwise from the
   * linear model.
   */
  @Override
  public List<Finding> detect(Comment comment, List<Finding> before) {
    Features features = Features.of(comment.normalized().folded().text());
    Reading whole = new Reading(LinearScores.of(table, features, before), Map.of());
    Optional<Reading> bare = Optional.empty();
    List<Finding> findings = new ArrayList<>(0);
    try {
      whole = whole.again(lookAgain(comment, whole.linear, before));
      bare = BareText.of(comment).map(said -> read(said, before));
    } catch (RuntimeException e) {
      findings.add(Detectors.failure(SecondStage.NAME, e));
    }
    add(findings, comment, features, whole, bare, before);
    return findings;
  }

  /**
   * Says nothing of a comment that the second stage would score: its answer replaces the linear
   * model's, and no one should be notified of something that it would take back.
   */
  @Override
  public FirstLook firstLook(Comment comment, List<Finding> before) {
    if (secondStage.isEmpty()) {
      return FirstLook.whole(detect(comment, before));
    }
    Features features = Features.of(comment.normalized().folded().text());
    Reading whole = new Reading(LinearScores.of(table, features, before), Map.of());
    Optional<Reading> bare =
        BareText.of(comment).map(said -> new Reading(linear(said, before), Map.of()));
    if (isWorthALook(whole, before) || bare.filter(b -> isWorthALook(b, before)).isPresent()) {
      return new FirstLook(List.of(), OptionalDouble.of(danger(whole, bare, before)));
    }
    List<Finding> findings = new ArrayList<>(0);
    add(findings, comment, features, whole, bare, before);
    return FirstLook.whole(findings);
  }

  private boolean isWorthALook(Reading reading, List<Finding> before) {
    return secondStage.orElseThrow().isWorthALook(reading.linear, before);
  }

  /**
   * What is no danger but may have to be hidden comes after half of all danger, and before what
   * hardly is anything: it stays visible until its second look.
   */
  private double danger(Reading whole, Optional<Reading> bare, List<Finding> before) {
    double danger = 0;
    for (Category category : table.categories()) {
      double score = Math.max(Finding.strongest(before, category), whole.dangerOf(category));
      danger =
          Math.max(
              danger,
              DANGER.contains(category)
                  ? Math.max(score, bare.map(b -> b.dangerOf(category)).orElse(0.0))
                  : NOT_DANGER * score);
    }
    return danger;
  }

  private void add(
      List<Finding> findings,
      Comment comment,
      Features features,
      Reading whole,
      Optional<Reading> bare,
      List<Finding> before) {
    for (int label = 0; label < table.categories().size(); label++) {
      Category category = table.categories().get(label);
      double score = score(label, whole, before);
      if (bare.isPresent() && DANGER.contains(category)) {
        score = Math.max(score, score(label, bare.get(), before));
      }
      if (score >= WORTH_SAYING) {
        List<Span> spans = MarkedPhrases.of(table, comment, features, label);
        String why = ModelReading.of(category, !spans.isEmpty());
        findings.add(new Finding(category, score, NAME, spans, why));
      } else if (isSpokenOf(category, before)) {
        findings.add(new Finding(category, score, NAME, List.of(), ModelReading.unlike(category)));
      }
    }
  }

  private Reading read(Comment comment, List<Finding> before) {
    LinearScores linear = linear(comment, before);
    return new Reading(linear, lookAgain(comment, linear, before));
  }

  private double score(int label, Reading reading, List<Finding> before) {
    Category category = table.categories().get(label);
    Double stacked = reading.again.get(category);
    return stacked == null
        ? Math.min(SUREST, reading.linear.probability(label))
        : proven(category, stacked, before);
  }

  private double proven(Category category, double probability, List<Finding> before) {
    double from =
        secondStage
            .map(
                stage ->
                    isWitnessed(category, before)
                        ? Math.min(stage.provenFrom(category), stage.provenBesideRuleFrom(category))
                        : stage.provenFrom(category))
            .orElse(Double.MAX_VALUE);
    return probability >= from ? Math.max(PROVEN, probability) : Math.min(SUREST, probability);
  }

  /** Returns the scores of the linear model alone, without those of rules. */
  public LinearScores linear(Comment comment) {
    return linear(comment, List.of());
  }

  private LinearScores linear(Comment comment, List<Finding> before) {
    return LinearScores.of(table, Features.of(comment.normalized().folded().text()), before);
  }

  private Map<Category, Double> lookAgain(
      Comment comment, LinearScores linear, List<Finding> before) {
    return secondStage.flatMap(stage -> stage.look(comment, linear, before)).orElse(Map.of());
  }

  /**
   * Returns the probability of every learned category, from 0 to 1, not capped at {@link #SUREST}.
   *
   * @param before findings of earlier detectors
   */
  public Map<Category, Double> scores(Comment comment, List<Finding> before) {
    LinearScores linear = linear(comment, before);
    Map<Category, Double> scores = new EnumMap<>(Category.class);
    for (int label = 0; label < table.categories().size(); label++) {
      scores.put(table.categories().get(label), linear.probability(label));
    }
    try {
      scores.putAll(lookAgain(comment, linear, before));
      BareText.of(comment)
          .map(said -> read(said, before))
          .ifPresent(
              bare -> DANGER.forEach(of -> scores.merge(of, bare.probability(of), Math::max)));
    } catch (RuntimeException e) {
      return scores; // the failure is reported as a finding, so these scores may be incomplete
    }
    return scores;
  }

  /**
   * Returns whether a rule already found the category. The model then reports its score, even a low
   * one.
   */
  private static boolean isSpokenOf(Category category, List<Finding> before) {
    return !before.isEmpty() && before.stream().anyMatch(finding -> finding.category() == category);
  }

  /** Returns whether a rule that allows the model to hide already found the category. */
  public static boolean isWitnessed(Category category, List<Finding> before) {
    return before.stream()
        .anyMatch(finding -> finding.category() == category && !finding.detector().equals(LINK));
  }
}
