package hallmonitor.moderation.pipeline.jobs;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Periodically does the same for each of several cases, so that the failure of one does not delay
 * the others. A failure is logged once, and never thrown: the next round tries again.
 */
final class CaseJobRunner {
  /** What is done with a case; returns whether anything was. */
  @FunctionalInterface
  interface Step {
    boolean on(UUID caseId) throws SQLException;
  }

  private static final System.Logger LOG = System.getLogger(CaseJobRunner.class.getName());

  private final String what;
  private final String advice;
  private volatile List<UUID> stuck = List.of();
  private volatile Optional<String> unread = Optional.empty();

  /**
   * Creates the round.
   *
   * @param what names the cases, such as {@code the danger lane}
   * @param advice says what is wrong with cases that fail and what to do; their ids follow
   */
  CaseJobRunner(String what, String advice) {
    this.what = what;
    this.advice = advice;
  }

  /** Returns the number of cases for which anything was done. */
  int run(Supplier<List<UUID>> due, Step step) {
    List<UUID> cases = read(due);
    int done = 0;
    List<UUID> failed = new ArrayList<>();
    for (UUID id : cases) {
      try {
        done += step.on(id) ? 1 : 0;
      } catch (SQLException | RuntimeException e) {
        failed.add(id);
        if (!stuck.contains(id)) {
          LOG.log(System.Logger.Level.ERROR, what + ": case " + id + " fails; trying on", e);
        }
      }
    }
    stuck = List.copyOf(failed);
    return done;
  }

  private List<UUID> read(Supplier<List<UUID>> due) {
    try {
      List<UUID> cases = due.get();
      unread = Optional.empty();
      return cases;
    } catch (RuntimeException e) {
      if (unread.isEmpty()) {
        LOG.log(System.Logger.Level.ERROR, what + " cannot be read; trying on", e);
      }
      unread = Optional.of("%s cannot be read (%s)".formatted(what, e.getClass().getSimpleName()));
      return List.of();
    }
  }

  /** Returns what went wrong in the latest round, in words; empty if nothing did. */
  Optional<String> fault() {
    return unread.or(
        () -> Optional.of(stuck).filter(ids -> !ids.isEmpty()).map(ids -> advice + ": " + ids));
  }
}
