package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.pipeline.rules.RuleSource;
import hallmonitor.moderation.store.escalation.UndoneHides;
import hallmonitor.moderation.store.escalation.UndoneHides.Terms;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells people of hides of something dangerous that failed, or that are not done after a while. Any
 * number of instances may run it at the same time.
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
   * @param patience from the order to when people are told, unless the platform refuses before
   * @param relay called when somebody is to be told
   */
  public UndoneHideJob(UndoneHides hides, RuleSource rules, Duration patience, Runnable relay) {
    this.hides = hides;
    this.rules = rules;
    this.patience = patience;
    this.relay = relay;
  }

  /** Returns of how many cases people are told. */
  public int tell() {
    RuleSnapshot now = rules.get();
    Terms terms = new Terms(patience, now::clause, now::accountName);
    int told = round.run(() -> hides.due(terms), id -> hides.tell(id, terms));
    if (told > 0) {
      relay.run();
    }
    return told;
  }

  /** Returns which cases nobody could be told of, in words; empty if there are none. */
  public Optional<String> fault() {
    return round.fault();
  }
}
