package hallmonitor.moderation.finding;

import java.util.List;

/** The linear model's scores for one comment, in the order of its categories. */
public final class LinearScores {
  private final List<Category> categories;
  private final double[] raw;
  private final double[] probabilities;

  /**
   * @param raw log-odds before calibration, one more if harm of any kind is known; the arrays are
   *     not copied
   * @param probabilities from 0 to 1, calibrated
   */
  public LinearScores(List<Category> categories, double[] raw, double[] probabilities) {
    this.categories = categories;
    this.raw = raw;
    this.probabilities = probabilities;
  }

  /**
   * Scores a comment.
   *
   * @param rules findings of the rules, which weigh in the probabilities
   */
  static LinearScores of(ScoreTable table, Features features, List<Finding> rules) {
    double[] raw = table.raw(features);
    double[] probabilities = new double[table.categories().size()];
    LinearScores scores = new LinearScores(table.categories(), raw, probabilities);
    for (int label = 0; label < probabilities.length; label++) {
      double rule = Finding.strongest(rules, table.categories().get(label));
      probabilities[label] = table.probability(label, raw[label], scores.harm(), rule);
    }
    return scores;
  }

  public List<Category> categories() {
    return categories;
  }

  public double raw(int index) {
    return raw[index];
  }

  /**
   * Returns the log-odds that the comment is of any category; 0 if the model does not say. They
   * apply to the corpus, which has far more harm than a real page.
   */
  public double harm() {
    return tellsHarm() ? raw[categories.size()] : 0;
  }

  /** Returns whether the model can score harm of any kind. */
  public boolean tellsHarm() {
    return raw.length > categories.size();
  }

  public double probability(int index) {
    return probabilities[index];
  }

  /** Returns a probability from 0 to 1, or NaN for a category that the model does not know. */
  public double probability(Category category) {
    int index = categories.indexOf(category);
    return index < 0 ? Double.NaN : probabilities[index];
  }
}
