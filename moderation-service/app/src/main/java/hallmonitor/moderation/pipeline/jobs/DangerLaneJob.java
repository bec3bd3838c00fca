package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.pipeline.rules.RuleSource;
import hallmonitor.moderation.store.escalation.DangerLaneCases;
import hallmonitor.moderation.store.escalation.DangerLaneCases.Terms;
import java.util.Optional;

/**
 * Escalates cases in the danger lane that no one decided in time. Everything that it needs is in
 * the database and in the district's file, so a restart neither extends nor forgets a deadline. Any
 * number of instances may run it at the same time.
 */
public final class DangerLaneJob {
  private final DangerLaneCases cases;
  private final RuleSource rules;
  private final Runnable relay;
  private final CaseJobRunner round =
      new CaseJobRunner(
          "the danger lane",
          "these are overdue and cannot be escalated; decide them, and tell the account administrator");

  /**
   * Creates the job.
   *
   * @param relay called after something was escalated
   */
  public DangerLaneJob(DangerLaneCases cases, RuleSource rules, Runnable relay) {
    this.cases = cases;
    this.rules = rules;
    this.relay = relay;
  }

  /**
   * Escalates each case separately, so that one failure does not delay the others.
   *
   * @return number of escalated cases
   */
  public int escalate() {
    Terms terms = terms(rules.get());
    int escalated = round.run(() -> cases.due(terms), id -> cases.escalate(id, terms));
    if (escalated > 0) {
      relay.run();
    }
    return escalated;
  }

  private static Terms terms(RuleSnapshot now) {
    return new Terms(now.district()::decideBy, now::clause, now::accountName);
  }

  /** Returns which cases are overdue but cannot be escalated, in words; empty if all can. */
  public Optional<String> fault() {
    return round.fault();
  }
}
