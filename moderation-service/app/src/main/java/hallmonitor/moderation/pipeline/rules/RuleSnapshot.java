package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.DoubtfulBand;
import hallmonitor.moderation.policy.DoubtfulFinding;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.file.DistrictNames;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.yaml.YamlMapping;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules that judge one batch.
 *
 * @param policyVersion hash of the policy's file
 * @param modelVersion hash of the detectors' model
 */
public record RuleSnapshot(
    District district,
    Policy policy,
    String policyVersion,
    Detectors detectors,
    String modelVersion) {
  public RuleSnapshot {
    Objects.requireNonNull(district, "district");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(policyVersion, "policyVersion");
    Objects.requireNonNull(detectors, "detectors");
    Objects.requireNonNull(modelVersion, "modelVersion");
  }

  /**
   * Returns the kind as in policy files. Comments of an account no longer in the file are judged as
   * a school's.
   */
  public String accountKind(String account) {
    return district.account(account).map(a -> YamlMapping.nameOf(a.kind())).orElse("school");
  }

  /**
   * Returns the policy's verdict on findings in a comment on this account.
   *
   * @param strikes the author's confirmed strikes
   */
  public Verdict judge(String account, List<Finding> findings, int strikes) {
    return policy.judge(findings, accountKind(account), strikes);
  }

  /**
   * Returns what a policy reader is asked about before this verdict takes effect.
   *
   * @param first verdict on a comment on this account
   */
  public Optional<DoubtfulFinding> doubt(String account, Verdict first, DoubtfulBand band) {
    return policy.doubt(first, accountKind(account), band);
  }

  /** Returns the names in the district's file. */
  public LocalNames localNames() {
    return DistrictNames.of(district);
  }

  /** Returns a clause by its id; the id stands for a clause that the policy no longer has. */
  public Clause clause(String id) {
    return policy.clauses().stream()
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

  public String accountName(String account) {
    return district.account(account).map(Account::name).orElse(account);
  }

  /**
   * Returns the account's building; empty for an account no longer in the file; then only people
   * with district-wide roles are notified.
   */
  public String building(String account) {
    return district.account(account).map(Account::building).orElse("");
  }
}
