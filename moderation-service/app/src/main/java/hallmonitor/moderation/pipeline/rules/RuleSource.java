package hallmonitor.moderation.pipeline.rules;

import java.util.Set;

/** What is in force, for whoever judges. */
@FunctionalInterface
public interface RuleSource {
  RuleSnapshot get();

  /**
   * The same, with these accounts where the district has them: ingest may have taken up an account
   * a moment sooner, and whose building is not known, the wrong people would be told.
   */
  default RuleSnapshot knowing(Set<String> accounts) {
    return get();
  }
}
