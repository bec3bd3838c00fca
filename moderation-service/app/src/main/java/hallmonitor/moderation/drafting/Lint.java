package hallmonitor.moderation.drafting;

import hallmonitor.moderation.pipeline.Rules;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.settings.yaml.InvalidFileException;
import hallmonitor.settings.yaml.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What the readers of the files say of a draft, beside the other files as they are in force.
 *
 * @param problems all of its mistakes; none where it may come into force
 * @param policy the policy that it is; empty for one with mistakes and for another document
 */
public record Lint(List<Problem> problems, Optional<Policy> policy) {
  public static Lint of(Document document, String body, Rules rules) {
    try {
      Object read = document.read(body, rules);
      return new Lint(
          List.of(), Optional.of(read).filter(Policy.class::isInstance).map(Policy.class::cast));
    } catch (InvalidFileException e) {
      return new Lint(e.problems(), Optional.empty());
    }
  }
}
