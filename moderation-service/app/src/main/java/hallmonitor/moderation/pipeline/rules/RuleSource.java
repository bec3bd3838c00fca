package hallmonitor.moderation.pipeline.rules;

import java.util.Set;

/** Provides the current rules. */
@FunctionalInterface
public interface RuleSource {
  RuleSnapshot get();

  /**
   * Returns the rules after making sure that they cover these accounts, if the district has them.
   * Ingest may have started an account a moment earlier, and without its building the wrong people
   * would be notified.
   */
  default RuleSnapshot knowing(Set<String> accounts) {
    return get();
  }
}
