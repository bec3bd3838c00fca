package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.rule.Rule.Circumstance;
import hallmonitor.moderation.finding.rule.Rule.Where;
import java.util.List;
import java.util.Optional;

/**
 * What the post says, and the comment that this one answers. Few rules ask, so each is read when it
 * is first asked for, and at most once.
 */
final class Asides {
  private static final double FOUND = 0.5;

  private final Rulebook rules;
  private final Comment comment;
  private RuleReading parent;
  private RuleReading post;

  Asides(Rulebook rules, Comment comment) {
    this.rules = rules;
    this.comment = comment;
  }

  boolean show(List<Circumstance> when) {
    for (Circumstance circumstance : when) {
      if (!reading(circumstance.where()).shows(circumstance.name(), FOUND)) {
        return false;
      }
    }
    return true;
  }

  /** From 0 to 1, to multiply a score with. */
  double factor(List<Circumstance> unless) {
    double factor = 1;
    for (Circumstance circumstance : unless) {
      if (circumstance.where() != Where.COMMENT) {
        factor =
            Math.min(
                factor, reading(circumstance.where()).contextFactor(List.of(circumstance.name())));
      }
    }
    return factor;
  }

  private RuleReading reading(Where where) {
    if (where == Where.PARENT) {
      parent = parent == null ? read(comment.parent().orElse("")) : parent;
      return parent;
    }
    post = post == null ? read(comment.post()) : post;
    return post;
  }

  private RuleReading read(String text) {
    return rules.read(Comment.of(text, "", "", Optional.empty(), comment.accountKind()));
  }
}
