package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.pipeline.rules.RuleSource;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.store.escalation.DangerLaneCases;
import hallmonitor.moderation.store.escalation.DangerLaneCases.Terms;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Escalates the cases of the danger lane that nobody decided in time. What it needs is in the
 * database and in the district's file, so a restart neither extends nor forgets a time. Any number
 * of instances may run it at the same time.
 */
public final class DangerLaneJob {
  private static final System.Logger LOG = System.getLogger(DangerLaneJob.class.getName());

  private final DangerLaneCases cases;
  private final RuleSource rules;
  private final Runnable relay;
  private volatile List<UUID> stuck = List.of();

  /**
   * Creates the job.
   *
   * @param relay called when something was escalated
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
    int escalated = 0;
    List<UUID> failed = new ArrayList<>();
    for (UUID id : cases.due(terms)) {
      try {
        escalated += cases.escalate(id, terms) ? 1 : 0;
      } catch (SQLException | RuntimeException e) {
        failed.add(id);
        if (!stuck.contains(id)) {
          LOG.log(System.Logger.Level.ERROR, "case " + id + " cannot be escalated; trying on", e);
        }
      }
    }
    stuck = List.copyOf(failed);
    if (escalated > 0) {
      relay.run();
    }
    return escalated;
  }

  private static Terms terms(RuleSnapshot now) {
    return new Terms(now.district()::decideBy, id -> clause(now, id), now::accountName);
  }

  /** A clause that the policy no longer has is named by its number. */
  private static Clause clause(RuleSnapshot now, String id) {
    return now.policy().clauses().stream()
        .filter(clause -> clause.id().equals(id))
        .findFirst()
        .orElseGet(
            () ->
                new Clause(
                    id,
                    id,
                    "",
                    List.of(),
                    new Consequence(
                        PolicyOutcome.REVIEW, false, List.of(), Urgency.IMMEDIATE, false)));
  }

  /** Returns which cases are overdue but cannot be escalated, in words; empty if all can. */
  public Optional<String> fault() {
    return stuck.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "these are overdue and cannot be escalated; decide them, and tell the account administrator: "
                + stuck);
  }
}
