package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion.Subject;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.DoubtfulBand;
import hallmonitor.moderation.policy.DoubtfulFinding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The comments that the policy reader is asked about before an alarm or a hide takes effect. Pure.
 *
 * @param band the scores that are doubtful; empty if no one is asked
 * @param longPast age at which comments of the history only go to review, so no one is asked
 */
public record DoubtfulComments(Optional<DoubtfulBand> band, Instant longPast, RuleSnapshot rules) {

  boolean includes(CommentVerdict judged) {
    return doubt(judged).isPresent();
  }

  /** Returns the questions about these. */
  public List<ReaderQuestion> questions(List<CommentVerdict> verdicts) {
    return verdicts.stream()
        .flatMap(judged -> doubt(judged).map(doubt -> question(judged.update(), doubt)).stream())
        .toList();
  }

  private Optional<DoubtfulFinding> doubt(CommentVerdict judged) {
    CommentSeen seen = judged.update().seen();
    return judged.update().allWords().length() > ReaderQuestion.LONGEST
            || CommentTranslation.isLongPast(seen, longPast)
        ? Optional.empty()
        : band.flatMap(
            doubtful ->
                judged
                    .verdict()
                    .flatMap(first -> rules.doubt(seen.comment().account(), first, doubtful)));
  }

  private ReaderQuestion question(CommentUpdate update, DoubtfulFinding doubt) {
    CommentSeen seen = update.seen();
    List<Clause> related =
        rules.policy().clauses().stream()
            .filter(clause -> clause.isAbout(doubt.finding().category()))
            .filter(clause -> !clause.id().equals(doubt.clause().id()))
            .toList();
    return new ReaderQuestion(
        new Subject(update.key(), seen.revision()),
        doubt,
        rules.policy().title(),
        related,
        update.allWords(),
        (seen.post().title() + "\n" + seen.post().text()).strip(),
        update.parentText());
  }
}
