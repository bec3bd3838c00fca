package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.PolicyOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What a person may say that something is: the categories of the current policy. */
@ApplicationScoped
public class TipKinds {
  /** In display order, danger first; no person needs the others. */
  private static final List<Category> OFFERED =
      List.of(
          Category.THREAT,
          Category.SELF_HARM,
          Category.ABUSE_DISCLOSURE,
          Category.BULLYING,
          Category.HATE,
          Category.SEXUAL,
          Category.CONFIDENTIAL,
          Category.FALSE_SIGNATURE,
          Category.PROFANITY,
          Category.SPAM);

  private final LiveRules rules;

  TipKinds(LiveRules rules) {
    this.rules = rules;
  }

  private List<Clause> clauses() {
    return rules.policy().current().value().clauses();
  }

  /** Returns the labels of the categories. */
  List<String> labels() {
    return OFFERED.stream().map(Category::label).filter(l -> clause(l).isPresent()).toList();
  }

  private Optional<Clause> clause(String label) {
    return clauses().stream()
        .filter(c -> c.when().stream().anyMatch(w -> w.category().label().equals(label)))
        .findFirst();
  }

  /**
   * Returns the clause that a tip is about. The policy names the gravest of a category first. For
   * something else it is one that only asks a person, who chooses the right one when deciding.
   *
   * @param label of a category; empty for something else
   */
  Clause clauseOf(String label) {
    return clause(label)
        .or(() -> clauses().stream().filter(TipKinds::onlyAsks).findFirst())
        .orElseGet(() -> clauses().get(clauses().size() - 1));
  }

  private static boolean onlyAsks(Clause clause) {
    return clause.then().outcome() == PolicyOutcome.REVIEW;
  }
}
