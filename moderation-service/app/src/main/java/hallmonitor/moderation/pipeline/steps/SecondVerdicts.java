package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.FirstLook;
import hallmonitor.moderation.finding.SecondStage;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion.Subject;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** The verdicts of the second look, which hears everything. Pure. */
public final class SecondVerdicts {
  private SecondVerdicts() {}

  /**
   * Judges them, in order.
   *
   * @param readings by the policy reader
   */
  public static List<CommentVerdict> of(
      List<CommentFindings> found, Map<Subject, Finding> readings, RuleSnapshot rules) {
    return found.stream().map(findings -> findings.with(readings).judge(rules)).toList();
  }

  /**
   * Returns what was found, about the present state of the archive.
   *
   * @param updates those that still wait
   * @param found about these, and maybe others
   */
  public static List<CommentFindings> about(
      List<CommentUpdate> updates, List<CommentFindings> found) {
    Map<Subject, CommentFindings> bySubject = new HashMap<>();
    found.forEach(findings -> bySubject.put(subject(findings.update()), findings));
    return updates.stream()
        .map(
            update ->
                Objects.requireNonNull(bySubject.get(subject(update)), "was read before")
                    .about(update))
        .toList();
  }

  /** Returns findings that put these before a person, because they could not be read. */
  public static List<CommentFindings> failed(List<CommentUpdate> updates, Throwable why) {
    FirstLook failure =
        new FirstLook(List.of(Detectors.failure(SecondStage.NAME, why)), OptionalDouble.empty());
    return updates.stream().map(update -> new CommentFindings(update, failure)).toList();
  }

  private static Subject subject(CommentUpdate update) {
    return new Subject(update.key(), update.seen().revision());
  }
}
