package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion.Subject;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the policy needs to judge an update. Judging it gives a {@link CommentVerdict},
 * which cannot be judged again, so the policy is asked once per comment, when everything is known.
 *
 * @param findings by the detectors and together with other comments; none for a deletion
 * @param strikes the author's on this account that a person has confirmed
 */
public record CommentFindings(CommentUpdate update, List<Finding> findings, int strikes) {
  public CommentFindings {
    findings = List.copyOf(findings);
  }

  /** The detectors' findings, before other comments are compared. */
  CommentFindings(CommentUpdate update, List<Finding> findings) {
    this(update, findings, 0);
  }

  CommentFindings plus(Finding more) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(more);
    return new CommentFindings(update, all, strikes);
  }

  /** Adds what the policy reader answered about this revision, if it did. */
  public CommentFindings with(Map<Subject, Finding> readings) {
    Finding reading = readings.get(new Subject(update.key(), update.seen().revision()));
    return reading == null ? this : plus(reading);
  }

  CommentFindings withStrikes(int confirmed) {
    return new CommentFindings(update, findings, confirmed);
  }

  /** Whether a detector found something. A failed detector says nothing about the author. */
  boolean foundSomething() {
    return findings.stream().anyMatch(f -> f.category() != Category.DETECTOR_FAILURE);
  }

  public CommentVerdict judge(RuleSnapshot rules) {
    return new CommentVerdict(
        update,
        update.toJudge()
            ? Optional.of(rules.judge(update.key().account(), findings, strikes))
            : Optional.empty());
  }
}
