package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEscalated.Snapshot;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.JudgedRevision;
import hallmonitor.moderation.casework.OnPlatform;
import hallmonitor.moderation.casework.OnVerdict;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.pipeline.JudgingPool.Answer;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.store.archive.BatchContext;
import hallmonitor.moderation.store.cases.CaseWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies a batch's news and verdicts to the cases, in order. Pure but for {@link BatchContext},
 * which grows with each record.
 */
final class CaseUpdates {
  private final BatchContext known;
  private final RuleSnapshot rules;
  private final Duration longPast;
  private final Instant now;
  private final List<CaseWrite> entries = new ArrayList<>();

  private CaseUpdates(BatchContext known, RuleSnapshot rules, Duration longPast, Instant now) {
    this.known = known;
    this.rules = rules;
    this.longPast = longPast;
    this.now = now;
  }

  /**
   * @param longPast from what age on a comment out of an account's history is never hidden or
   *     escalated without a person
   */
  static List<CaseWrite> decide(
      List<Answer> answers,
      BatchContext known,
      RuleSnapshot rules,
      Duration longPast,
      Instant now) {
    CaseUpdates deciding = new CaseUpdates(known, rules, longPast, now);
    for (Answer answer : answers) {
      answer
          .news()
          .seen()
          .flatMap(
              visibility ->
                  known
                      .caseOf(answer.news().arrival().key())
                      .flatMap(
                          c ->
                              OnPlatform.seen(
                                  c, visibility, answer.news().arrival().seen().observedAt())))
          .ifPresent(change -> deciding.add(change, answer));
      answer.verdict().ifPresent(verdict -> deciding.decide(verdict, answer));
    }
    return deciding.entries;
  }

  private void decide(Verdict verdict, Answer answer) {
    CommentUpdate news = answer.news();
    CommentSeen seen = news.arrival().seen();
    JudgedRevision judged =
        new JudgedRevision(
            news.arrival().key(),
            rules.building(seen.comment().account()),
            seen.revision(),
            news.after().visibility(),
            seen.observedAt(),
            isLongPast(seen),
            verdict);
    Optional<Case> before = known.caseOf(judged.comment());
    OnVerdict.change(before, judged, now).ifPresent(change -> add(change, answer));
  }

  /**
   * Only the history that is read when an account is connected can be long past. An author who
   * claims an old date on a new comment is read by the live lane, and is not believed.
   */
  private boolean isLongPast(CommentSeen seen) {
    return seen.lane() == CommentSeen.Lane.BACKFILL
        && seen.claimedAt().map(at -> at.isBefore(now.minus(longPast))).orElse(false);
  }

  private void add(CaseChange change, Answer answer) {
    known.put(change.after());
    CommentUpdate news = answer.news();
    entries.add(
        new CaseWrite(
            change,
            news.after().platform(),
            news.after().authorKey(),
            rules.policyVersion(),
            rules.modelVersion(),
            change.escalation().map(e -> snapshot(news, answer.verdict().orElseThrow())),
            news.newRevision() ? Optional.of(news.arrival().seen()) : Optional.empty(),
            Optional.empty(),
            BatchTraces.carryOn(news.arrival().headers(), change, now)));
  }

  private Snapshot snapshot(CommentUpdate news, Verdict verdict) {
    CommentSeen seen = news.arrival().seen();
    return new Snapshot(
        rules.accountName(seen.comment().account()),
        seen.author().name(),
        seen.text(),
        seen.post().title(),
        news.parentText(),
        seen.permalink(),
        verdict.findings().stream().map(f -> finding(f, seen.text())).toList());
  }

  private static CaseEscalated.Finding finding(Finding finding, String text) {
    return new CaseEscalated.Finding(
        finding.category().label(),
        finding.score(),
        finding.detector(),
        finding.spans().stream().map(s -> s.of(text)).toList(),
        finding.why());
  }
}
