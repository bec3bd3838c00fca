package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.rule.Rule.Circumstance;
import hallmonitor.moderation.finding.rule.Rule.Where;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rulebook's findings in the post and in the answered comment. Few rules need them, so each is
 * read on first use and at most once.
 */
final class Asides {
  private static final double FOUND = 0.5;

  private final Rulebook rules;
  private final Comment comment;
  private @Nullable RuleReading parent;
  private @Nullable RuleReading post;

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

  /** Returns a factor from 0 to 1 for a score. */
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
