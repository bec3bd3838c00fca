package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.pipeline.rules.RuleSource;
import hallmonitor.moderation.store.escalation.UndoneHides;
import hallmonitor.moderation.store.escalation.UndoneHides.Terms;
import java.time.Duration;
import java.util.Optional;

/**
 * Notifies people of hides of something dangerous that failed or took too long. Any number of
 * instances may run it at the same time.
 */
public final class UndoneHideJob {
  private final UndoneHides hides;
  private final RuleSource rules;
  private final Duration patience;
  private final Runnable relay;
  private final CaseJobRunner round =
      new CaseJobRunner(
          "undone hides", "nobody could be told of these, hide them on the platform by hand");

  /**
   * Creates the job.
   *
   * @param patience from the order until people are notified, unless the platform refuses earlier
   * @param relay called after someone must be notified
   */
  public UndoneHideJob(UndoneHides hides, RuleSource rules, Duration patience, Runnable relay) {
    this.hides = hides;
    this.rules = rules;
    this.patience = patience;
    this.relay = relay;
  }

  /** Returns the number of cases that people are notified of. */
  public int tell() {
    RuleSnapshot now = rules.get();
    Terms terms = new Terms(patience, now::clause, now::accountName);
    int told = round.run(() -> hides.due(terms), id -> hides.tell(id, terms));
    if (told > 0) {
      relay.run();
    }
    return told;
  }

  /** Returns the cases that no one could be notified of, in words; empty if there are none. */
  public Optional<String> fault() {
    return round.fault();
  }
}
