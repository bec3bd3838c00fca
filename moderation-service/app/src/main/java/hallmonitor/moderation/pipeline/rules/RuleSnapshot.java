package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.file.DistrictNames;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.yaml.YamlMapping;
import java.util.List;
import java.util.Objects;

/**
 * The rules that one batch is judged by.
 *
 * @param policyVersion hash of the policy's file
 * @param modelVersion hash of the model that the detectors use
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
   * As policy files name it; comments of an account that left the file are judged as a school's.
   */
  public String accountKind(String account) {
    return district.account(account).map(a -> YamlMapping.nameOf(a.kind())).orElse("school");
  }

  /**
   * What the policy answers to what was found in a comment on this account.
   *
   * @param strikes the author's that a person has confirmed
   */
  public Verdict judge(String account, List<Finding> findings, int strikes) {
    return policy.judge(findings, accountKind(account), strikes);
  }

  /** The names that the district's file tells. */
  public LocalNames localNames() {
    return DistrictNames.of(district);
  }

  public String accountName(String account) {
    return district.account(account).map(Account::name).orElse(account);
  }

  /**
   * Empty for an account that left the file: then only those who hold a role for the whole district
   * are told.
   */
  public String building(String account) {
    return district.account(account).map(Account::building).orElse("");
  }
}
