package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion.Subject;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.DoubtfulBand;
import hallmonitor.moderation.policy.DoubtfulFinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Divides a judged batch into verdicts that take effect now and doubtful ones that the policy
 * reader is asked about first, so that sure ones never wait for an answer. Pure.
 *
 * @param now the verdicts that take effect
 * @param questions about the others
 * @param waiting the comments that wait for an answer: the doubtful ones, and later updates of them
 *     in the batch
 */
public record DoubtfulComments(
    List<CommentVerdict> now, List<ReaderQuestion> questions, Set<CommentKey> waiting) {

  /**
   * Divides the verdicts.
   *
   * @param band the scores that are doubtful; empty if no one is asked
   * @param longPast age at which comments of the history only go to review, so no one is asked
   */
  public static DoubtfulComments of(
      List<CommentVerdict> verdicts,
      RuleSnapshot rules,
      Optional<DoubtfulBand> band,
      Instant longPast) {
    if (band.isEmpty()) {
      return new DoubtfulComments(verdicts, List.of(), Set.of());
    }
    List<CommentVerdict> now = new ArrayList<>(verdicts.size());
    List<ReaderQuestion> questions = new ArrayList<>();
    Set<CommentKey> waiting = new HashSet<>();
    for (CommentVerdict judged : verdicts) {
      if (waiting.contains(judged.update().key())) {
        continue;
      }
      Optional<DoubtfulFinding> doubt = doubt(judged, rules, band.get(), longPast);
      if (doubt.isPresent()) {
        waiting.add(judged.update().key());
        questions.add(question(judged.update(), doubt.get(), rules));
      } else {
        now.add(judged);
      }
    }
    return new DoubtfulComments(now, questions, waiting);
  }

  private static Optional<DoubtfulFinding> doubt(
      CommentVerdict judged, RuleSnapshot rules, DoubtfulBand band, Instant longPast) {
    CommentSeen seen = judged.update().seen();
    return seen.text().length() > ReaderQuestion.LONGEST
            || CommentTranslation.isLongPast(seen, longPast)
        ? Optional.empty()
        : judged.verdict().flatMap(first -> rules.doubt(seen.comment().account(), first, band));
  }

  private static ReaderQuestion question(
      CommentUpdate update, DoubtfulFinding doubt, RuleSnapshot rules) {
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
        seen.text(),
        (seen.post().title() + "\n" + seen.post().text()).strip(),
        update.parentText());
  }
}
