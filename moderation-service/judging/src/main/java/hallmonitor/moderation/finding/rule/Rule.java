package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.Category;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule about sequences of words, as written in its file.
 *
 * @param place file and line of its first line
 * @param when what the post or parent must show for the rule to count
 * @param unless circumstances in the comment, post or parent that lower its score
 * @param why one sentence for the reader of the finding
 */
public record Rule(
    String place,
    Category category,
    double score,
    List<Circumstance> when,
    List<Circumstance> unless,
    String why) {
  /** The text to search for a circumstance. */
  public enum Where {
    COMMENT,
    PARENT,
    POST
  }

  /**
   * A condition on a text.
   *
   * @param name of a context, a topic, or a category that the rules find in it
   */
  public record Circumstance(Where where, String name) {}

  public Rule {
    when = List.copyOf(when);
    unless = List.copyOf(unless);
  }

  /** Returns the names of circumstances in the comment itself that lower the score. */
  Stream<String> excuses() {
    return unless.stream().filter(c -> c.where() == Where.COMMENT).map(Circumstance::name);
  }

  boolean isExcusedBy(String name) {
    return excuses().anyMatch(name::equals);
  }
}
