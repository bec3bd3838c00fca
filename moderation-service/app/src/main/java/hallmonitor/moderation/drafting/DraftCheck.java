package hallmonitor.moderation.drafting;

import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.InvalidFileException;
import java.util.List;
import java.util.Optional;

/**
 * The result of reading a draft together with the other current files.
 *
 * @param problems all of its mistakes; empty if it may be published
 * @param policy the policy in it; empty if it has mistakes, and for another document
 */
public record DraftCheck(List<FileProblem> problems, Optional<Policy> policy) {
  public static DraftCheck of(Document document, String body, LiveRules rules) {
    try {
      Object read = document.read(body, rules);
      return new DraftCheck(
          List.of(), Optional.of(read).filter(Policy.class::isInstance).map(Policy.class::cast));
    } catch (InvalidFileException e) {
      return new DraftCheck(e.problems(), Optional.empty());
    }
  }
}
