package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEscalated.Snapshot;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.JudgedRevision;
import hallmonitor.moderation.casework.OnPlatform;
import hallmonitor.moderation.casework.OnVerdict;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ReadingOrder;
import hallmonitor.moderation.finding.together.WordsInPictures;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.store.cases.CaseWrite;
import hallmonitor.moderation.text.gloss.SpanishGloss;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies a batch's updates and verdicts to the cases, in order. Each record sees a case as the
 * earlier records left it.
 */
public final class CaseUpdates {
  private final WhichLook look;
  private final RuleSnapshot rules;
  private final Duration longPast;
  private final BatchTraces traces;
  private final Instant now;
  private final Map<CommentKey, Case> cases = new HashMap<>();
  private final List<CaseWrite> writes = new ArrayList<>();

  private CaseUpdates(
      WhichLook look, RuleSnapshot rules, Duration longPast, BatchTraces traces, Instant now) {
    this.look = look;
    this.rules = rules;
    this.longPast = longPast;
    this.traces = traces;
    this.now = now;
  }

  /**
   * Applies them.
   *
   * @param before the cases before the batch
   * @param longPast age at which a comment of an account's history is no longer hidden or escalated
   *     without a person
   */
  public static List<CaseWrite> decide(
      WhichLook look,
      List<CommentVerdict> verdicts,
      List<Case> before,
      RuleSnapshot rules,
      Duration longPast,
      BatchTraces traces,
      Instant now) {
    CaseUpdates updates = new CaseUpdates(look, rules, longPast, traces, now);
    before.forEach(c -> updates.cases.put(c.comment(), c));
    verdicts.forEach(updates::apply);
    return updates.writes;
  }

  private void apply(CommentVerdict judged) {
    CommentUpdate update = judged.update();
    update
        .changed()
        .flatMap(
            visibility ->
                caseOf(update)
                    .flatMap(
                        c ->
                            OnPlatform.seen(
                                c, visibility, policyHides(c), update.seen().observedAt())))
        .ifPresent(change -> add(change, judged));
    judged
        .effective()
        .flatMap(verdict -> OnVerdict.change(caseOf(update), revision(update, verdict), now))
        .ifPresent(change -> add(change, judged));
  }

  private boolean policyHides(Case present) {
    return rules.clause(present.verdict().clause()).then().hide();
  }

  private Optional<Case> caseOf(CommentUpdate update) {
    return Optional.ofNullable(cases.get(update.key()));
  }

  private JudgedRevision revision(CommentUpdate update, Verdict verdict) {
    CommentSeen seen = update.seen();
    return new JudgedRevision(
        update.key(),
        rules.building(update.key().account()),
        seen.revision(),
        update.after().visibility(),
        seen.observedAt(),
        CommentTranslation.isLongPast(seen, now.minus(longPast)),
        look == WhichLook.SECOND,
        update.pictures().size(),
        verdict);
  }

  private void add(CaseChange change, CommentVerdict judged) {
    CommentUpdate update = judged.update();
    cases.put(update.key(), change.after());
    writes.add(
        new CaseWrite(
            change,
            update.after().platform(),
            update.after().authorKey(),
            rules.policyVersion(),
            rules.modelVersion(),
            change.escalation().map(e -> snapshot(judged)),
            update.newRevision() ? Optional.of(update.seen()) : Optional.empty(),
            Optional.empty(),
            traces.carryOn(update.seen(), change, now)));
  }

  private Snapshot snapshot(CommentVerdict judged) {
    CommentSeen seen = judged.update().seen();
    return new Snapshot(
        rules.accountName(seen.comment().account()),
        seen.author().name(),
        seen.text(),
        seen.post().title(),
        judged.update().parentText(),
        seen.permalink(),
        ReadingOrder.of(judged.findings()).stream()
            .map(f -> finding(f, seen.text(), judged.update().pictured()))
            .toList(),
        SpanishGloss.shipped().inEnglish(seen.text()));
  }

  /** Quotes its words, or, if they stand in a picture, all that was read there. */
  private static CaseEscalated.Finding finding(Finding finding, String text, String pictured) {
    return new CaseEscalated.Finding(
        finding.category().label(),
        finding.score(),
        finding.detector(),
        finding.detector().equals(WordsInPictures.NAME)
            ? List.of(pictured)
            : finding.spans().stream().map(s -> s.of(text)).toList(),
        finding.why());
  }
}
