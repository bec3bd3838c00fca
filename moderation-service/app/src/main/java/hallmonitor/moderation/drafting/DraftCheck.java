package hallmonitor.moderation.drafting;

import hallmonitor.moderation.casework.DecisionRules;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.settings.district.District;
import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.InvalidFileException;
import java.util.List;
import java.util.Optional;

/**
 * The result of reading a draft together with the other current files.
 *
 * @param problems all of its mistakes; empty if it may be published
 * @param content what its document's reader made of it; empty if it has mistakes
 */
public record DraftCheck(List<FileProblem> problems, Optional<Object> content) {
  /** Returns the policy in it; empty if it has mistakes, and for another document. */
  public Optional<Policy> policy() {
    return content.filter(Policy.class::isInstance).map(Policy.class::cast);
  }

  /** Returns the decision rules in it; empty if it has mistakes, and for another document. */
  public Optional<DecisionRules> decisions() {
    return content.filter(DecisionRules.class::isInstance).map(DecisionRules.class::cast);
  }

  /** Returns the district in it; empty if it has mistakes, and for another document. */
  public Optional<District> district() {
    return content.filter(District.class::isInstance).map(District.class::cast);
  }

  public static DraftCheck of(Document document, String body, LiveRules rules) {
    try {
      return new DraftCheck(List.of(), Optional.of(document.read(body, rules)));
    } catch (InvalidFileException e) {
      return new DraftCheck(e.problems(), Optional.empty());
    }
  }
}
