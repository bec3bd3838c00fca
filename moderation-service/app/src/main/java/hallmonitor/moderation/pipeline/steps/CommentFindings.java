package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.FirstLook;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion.Subject;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that the policy needs to judge an update.
 *
 * @param findings by the detectors and together with other comments; none for a deletion
 * @param danger how dangerous it may be, from 0 to 1, if these are only the findings of a first
 *     look that a second one must follow
 * @param strikes the author's on this account that a person has confirmed
 */
public record CommentFindings(
    CommentUpdate update, List<Finding> findings, OptionalDouble danger, int strikes) {
  public CommentFindings {
    findings = List.copyOf(findings);
  }

  /** The detectors' findings, before other comments are compared. */
  CommentFindings(CommentUpdate update, FirstLook said) {
    this(update, said.findings(), said.danger(), 0);
  }

  CommentFindings plus(Finding more) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(more);
    return new CommentFindings(update, all, danger, strikes);
  }

  /** Adds what the policy reader answered about this revision, if it did. */
  public CommentFindings with(Map<Subject, Finding> readings) {
    Finding reading = readings.get(new Subject(update.key(), update.seen().revision()));
    return reading == null ? this : plus(reading);
  }

  /**
   * Returns the same findings about what the archive knows of the revision by now, with the
   * pictures that they were found with.
   */
  public CommentFindings about(CommentUpdate now) {
    return new CommentFindings(now.withPictures(update.pictures()), findings, danger, strikes);
  }

  CommentFindings withStrikes(int confirmed) {
    return new CommentFindings(update, findings, danger, confirmed);
  }

  /** Whether a detector found something. A failed detector says nothing about the author. */
  boolean foundSomething() {
    return findings.stream().anyMatch(f -> f.category() != Category.DETECTOR_FAILURE);
  }

  public CommentVerdict judge(RuleSnapshot rules) {
    return verdict(findings, danger, rules);
  }

  /** Judges only what no second look can take back. */
  CommentVerdict judgeStanding(double dangerous, RuleSnapshot rules) {
    return verdict(FirstLook.standing(findings), OptionalDouble.of(dangerous), rules);
  }

  /** Judges nothing: everything is left to the second look. */
  CommentVerdict leave(double dangerous, RuleSnapshot rules) {
    return verdict(List.of(), OptionalDouble.of(dangerous), rules);
  }

  private CommentVerdict verdict(
      List<Finding> found, OptionalDouble dangerous, RuleSnapshot rules) {
    return new CommentVerdict(
        update,
        update.toJudge()
            ? Optional.of(rules.judge(update.key().account(), found, strikes))
            : Optional.empty(),
        dangerous);
  }
}
