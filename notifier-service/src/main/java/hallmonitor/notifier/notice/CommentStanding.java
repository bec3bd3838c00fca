package hallmonitor.notifier.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether the public sees a comment, as far as is known, and what is pending.
 *
 * @param ask the last request on the answer page
 * @param report the newest report from the platform
 * @param decidedHidden whether the newest decision, or a hide ordered after it, hides the comment;
 *     empty if no one decided
 * @param hideOrdered whether the escalation ordered a hide
 */
public record CommentStanding(
    Optional<Ask> ask,
    Optional<CommentReport> report,
    Optional<Boolean> decidedHidden,
    boolean hideOrdered) {
  /**
   * What a person asked for.
   *
   * @param hide whether to hide it; otherwise to show it again
   */
  public record Ask(String person, boolean hide, Instant at) {}

  /** What the page says. */
  public enum Kind {
    /** Asked for on the page; not reported yet. */
    ASKED_TO_HIDE,
    ASKED_TO_SHOW,
    HIDING,
    HIDDEN,
    VISIBLE,
    FAILED,
    GONE
  }

  /** Returns the pending request, until the platform's report about it. */
  public Optional<Ask> pending() {
    return ask.filter(a -> report.filter(r -> answers(r, a)).isEmpty());
  }

  private static boolean answers(CommentReport report, Ask ask) {
    boolean says =
        report.isGone()
            || report.isFailure()
            || report.hidden().filter(hidden -> hidden == ask.hide()).isPresent();
    return says && !report.at().isBefore(ask.at());
  }

  public Kind kind() {
    if (pending().isPresent()) {
      return pending().get().hide() ? Kind.ASKED_TO_HIDE : Kind.ASKED_TO_SHOW;
    }
    if (report.filter(CommentReport::isGone).isPresent()) {
      return Kind.GONE;
    }
    if (report.filter(CommentReport::isFailure).isPresent()) {
      return Kind.FAILED;
    }
    Optional<Boolean> reported = report.flatMap(CommentReport::hidden);
    boolean wanted = decidedHidden.orElse(hideOrdered);
    if (reported.isPresent()) {
      return reported.get() ? Kind.HIDDEN : wanted ? Kind.HIDING : Kind.VISIBLE;
    }
    return wanted ? Kind.HIDING : Kind.VISIBLE;
  }

  /** Returns whether hiding it is offered. */
  public boolean mayHide() {
    Kind kind = kind();
    return kind == Kind.VISIBLE || kind == Kind.FAILED && !failedHidden();
  }

  /** Returns whether putting it back is offered. */
  public boolean mayPutBack() {
    Kind kind = kind();
    return kind == Kind.HIDDEN || kind == Kind.HIDING || kind == Kind.FAILED && failedHidden();
  }

  /**
   * A failed act is offered again: showing if it should be shown, and hiding if it should be
   * hidden.
   */
  private boolean failedHidden() {
    return ask.map(a -> !a.hide()).orElse(false);
  }
}
