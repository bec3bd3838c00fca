package hallmonitor.moderation.drafting;

import hallmonitor.contract.district.District;
import hallmonitor.contract.district.DistrictFile;
import hallmonitor.contract.yaml.InvalidFileException;
import hallmonitor.contract.yaml.Problem;
import hallmonitor.moderation.pipeline.Rules;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.DistrictNames;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.util.List;
import java.util.Optional;

/**
 * What the readers of the files say of a draft, beside the other file as it is in force.
 *
 * @param problems all of its mistakes; none where it may come into force
 * @param policy the policy that it is; empty for one with mistakes and for another document
 */
public record Lint(List<Problem> problems, Optional<Policy> policy) {
  public static Lint of(Document document, String body, Rules rules) {
    try {
      return switch (document) {
        case POLICY -> new Lint(List.of(), Optional.of(PolicyFile.read(body, rules.names())));
        case DISTRICT -> district(DistrictFile.read(body), rules);
      };
    } catch (InvalidFileException e) {
      return new Lint(e.problems(), Optional.empty());
    }
  }

  /** A name that joins the district may make a mistake of a word that the policy names. */
  private static Lint district(District district, Rules rules) {
    PolicyFile.read(rules.policy().current().text(), DistrictNames.of(district));
    return new Lint(List.of(), Optional.empty());
  }
}
