package hallmonitor.moderation.pipeline.jobs;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Does the same with each of some cases, again and again, so that the failure of one does not delay
 * the others.
 */
final class CaseRound {
  /** What is done with a case; returns whether anything was. */
  @FunctionalInterface
  interface Step {
    boolean on(UUID caseId) throws SQLException;
  }

  private static final System.Logger LOG = System.getLogger(CaseRound.class.getName());

  private final String failure;
  private volatile List<UUID> stuck = List.of();

  /**
   * Creates the round.
   *
   * @param failure what is logged of a case that fails, such as {@code cannot be escalated}
   */
  CaseRound(String failure) {
    this.failure = failure;
  }

  /** Returns with how many cases anything was done. */
  int run(List<UUID> cases, Step step) {
    int done = 0;
    List<UUID> failed = new ArrayList<>();
    for (UUID id : cases) {
      try {
        done += step.on(id) ? 1 : 0;
      } catch (SQLException | RuntimeException e) {
        failed.add(id);
        if (!stuck.contains(id)) {
          LOG.log(System.Logger.Level.ERROR, "case " + id + " " + failure + "; trying on", e);
        }
      }
    }
    stuck = List.copyOf(failed);
    return done;
  }

  /** Returns the cases that failed in the latest round. */
  List<UUID> stuck() {
    return stuck;
  }
}
