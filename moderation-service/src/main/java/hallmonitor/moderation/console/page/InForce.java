package hallmonitor.moderation.console.page;

import hallmonitor.contract.district.District;
import hallmonitor.contract.yaml.Problem;
import hallmonitor.contract.yaml.WatchedFile.Version;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Policy;
import java.util.List;
import java.util.Optional;

/** The district and the policy in force, and the mistakes of newer files that are not. */
public interface InForce {
  Version<Policy> policy();

  Version<District> district();

  /** Of both files; empty when what lies on disk is in force. */
  List<Problem> problems();

  /** Absent for a clause that the policy no longer has. */
  default Optional<Clause> clause(String id) {
    return policy().value().clauses().stream().filter(c -> c.id().equals(id)).findFirst();
  }
}
