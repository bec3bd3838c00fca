package hallmonitor.moderation.drafting;

import java.time.Instant;

/**
 * A draft applied to the archive's past findings.
 *
 * @param version of the draft's text
 * @param against the current version at its start
 * @param state {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param problem what to do about a failure
 * @param total revisions to judge, as counted at the start
 * @param done revisions judged
 * @param endedAt null while it runs
 */
public record BacktestRun(
    long id,
    long draftId,
    String version,
    String body,
    String against,
    String againstBody,
    int days,
    String startedBy,
    Instant startedAt,
    String state,
    String problem,
    long total,
    long done,
    Instant endedAt) {
  public boolean isRunning() {
    return state.equals("running");
  }
}
