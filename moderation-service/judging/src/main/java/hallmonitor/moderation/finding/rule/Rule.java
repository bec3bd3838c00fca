package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.Category;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule about sequences of words, as its file states it.
 *
 * @param place file and line of its first line
 * @param when what the post or the parent must show for the rule to count at all
 * @param unless what lowers its score, seen in the comment, the post or the parent
 * @param why one sentence for the person who reads the finding
 */
public record Rule(
    String place,
    Category category,
    double score,
    List<Circumstance> when,
    List<Circumstance> unless,
    String why) {
  /** Where a circumstance is looked for. */
  public enum Where {
    COMMENT,
    PARENT,
    POST
  }

  /**
   * @param name of a context, a topic, or a category that the rules find there
   */
  public record Circumstance(Where where, String name) {}

  public Rule {
    when = List.copyOf(when);
    unless = List.copyOf(unless);
  }

  /** The names of what in the comment itself lowers the score. */
  Stream<String> excuses() {
    return unless.stream().filter(c -> c.where() == Where.COMMENT).map(Circumstance::name);
  }

  boolean isExcusedBy(String name) {
    return excuses().anyMatch(name::equals);
  }
}
