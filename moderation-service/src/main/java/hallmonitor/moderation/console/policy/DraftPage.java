package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.drafting.BacktestRun;
import hallmonitor.moderation.drafting.Draft;
import hallmonitor.moderation.drafting.ShadowRun;
import hallmonitor.moderation.policy.change.TextLines;
import hallmonitor.moderation.policy.file.WrittenClause;
import hallmonitor.moderation.policy.file.WrittenPolicy;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A draft with all that is known about it.
 *
 * @param file the name of the file that it would be
 * @param policy what is written in it; empty for another document, and for what is no YAML
 * @param sentences how it differs from what is in force, in words
 * @param lines how its text differs
 * @param inForce the version in force
 * @param me the user name of whoever reads it
 * @param approver whether their role may be the second person
 */
public record DraftPage(
    Draft draft,
    String file,
    Optional<WrittenPolicy> policy,
    List<Mistake> mistakes,
    List<Sentence> sentences,
    List<TextLines.Line> lines,
    String inForce,
    Optional<ShadowRun> shadowRun,
    Optional<BacktestRun> backtestRun,
    String me,
    boolean administrator,
    boolean approver,
    Names names) {
  public WrittenPolicy getWritten() {
    return policy.orElse(null);
  }

  public List<WrittenClause> getClauses() {
    return policy.map(WrittenPolicy::clauses).orElse(List.of());
  }

  public String getProfanity() {
    return String.join("\n", policy.map(WrittenPolicy::profanity).orElse(List.of()));
  }

  public String getAllowed() {
    return String.join("\n", policy.map(WrittenPolicy::allowed).orElse(List.of()));
  }

  /** Whether the version in force is another than the one that it was begun from. */
  public boolean isBehind() {
    return draft.isUnderWork() && !draft.base().equals(inForce);
  }

  public boolean isMine() {
    return draft.proposedBy().equals(me);
  }

  /** Whether whoever reads it has a part in bringing it into force. */
  public boolean isTheirs() {
    return administrator || draft.isProposed() && approver;
  }

  public boolean isEditable() {
    return administrator && draft.isUnderWork();
  }

  public boolean isInShadow() {
    return shadowRun.filter(run -> run.endsAt().isAfter(Instant.now())).isPresent();
  }

  public ShadowRun getShadow() {
    return shadowRun.orElse(null);
  }

  public BacktestRun getBacktest() {
    return backtestRun.orElse(null);
  }

  /** How many mistakes are in a clause. */
  public long mistakesIn(int clause) {
    return mistakes.stream().filter(m -> m.clause() == clause).count();
  }
}
