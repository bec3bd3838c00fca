package hallmonitor.notifier.clock;

import hallmonitor.notifier.escalation.Contact;
import hallmonitor.notifier.escalation.DecisionNotification;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.EscalationTerms;
import hallmonitor.notifier.notice.CommentDecision;
import hallmonitor.notifier.queue.CommentDecisions;
import hallmonitor.notifier.queue.CommentDecisions.Untold;
import hallmonitor.notifier.queue.NotHiddenAlarms;
import hallmonitor.notifier.queue.NoticeQueue;
import hallmonitor.settings.district.District;
import hallmonitor.settings.escalation.EscalationRules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Notifies people who were asked of decisions on comments. Nothing here changes an escalation or
 * its duties: hiding is not answering. All methods work in the caller's transaction.
 */
public final class DecisionNews {
  private final Supplier<District> district;
  private final Supplier<EscalationRules> rules;

  DecisionNews(Supplier<District> district, Supplier<EscalationRules> rules) {
    this.district = district;
    this.rules = rules;
  }

  /**
   * Stores a person's decision on a comment, or that it could not be hidden, and notifies the
   * people who were asked, if there are any.
   *
   * @param decisionId the same for all entries of one act
   * @param kind as in the case's history
   * @param at when it was decided
   */
  public void decided(
      Handle transaction,
      UUID decisionId,
      UUID caseId,
      String by,
      String kind,
      Instant at,
      Instant now) {
    CommentDecisions.lock(transaction, caseId);
    boolean nobodyAlarmed =
        CommentDecision.END_AN_ALARM.contains(kind)
            && NotHiddenAlarms.withdraw(transaction, caseId);
    if (CommentDecisions.add(transaction, decisionId, caseId, by, kind, at)
        && !(nobodyAlarmed && kind.equals(CommentDecision.OUT_OF_SIGHT))) {
      Conversations.lockOfCase(transaction, caseId)
          .ifPresent(
              of -> tell(transaction, of, new Untold(decisionId, caseId, by, kind, at), now));
    }
  }

  /**
   * Records that readers no longer see a comment that could not be hidden before, and notifies the
   * people who got that alarm. Does nothing for other comments.
   */
  public void outOfSight(Handle transaction, UUID eventId, UUID caseId, Instant at, Instant now) {
    CommentDecisions.lock(transaction, caseId);
    if (NotHiddenAlarms.holds(transaction, caseId)) {
      decided(transaction, eventId, caseId, "ingest", CommentDecision.OUT_OF_SIGHT, at, now);
    }
  }

  private void tell(Handle transaction, Conversation of, Untold untold, Instant now) {
    List<Contact> told = NoticeQueue.told(transaction, of.id());
    Optional<DecisionNotification> news =
        untold.kind().equals(CommentDecision.NOT_HIDDEN)
            ? DecisionNotification.notHidden(
                of.state(), told, NotHiddenAlarms.latest(transaction, of.id()), now)
            : DecisionNotification.of(
                of.state(),
                told,
                untold.by(),
                EscalationTerms.of(rules.get(), district.get(), of, now),
                gathered(untold.kind()),
                now);
    news.ifPresent(
        n -> NoticeQueue.addNews(transaction, of.id(), of.about(), untold.decisionId(), n));
  }

  /** People who got the alarm learn immediately that nothing is left to do. */
  private Duration gathered(String kind) {
    return kind.equals(CommentDecision.OUT_OF_SIGHT) ? Duration.ZERO : rules.get().newsWithin();
  }

  /**
   * Notifies of decisions that arrived before the escalations of their comments.
   *
   * @param saidAtOnce cases with a first notice that already says what was not hidden
   */
  void before(Handle transaction, OpenConversations open, Set<UUID> saidAtOnce, Instant now) {
    Map<UUID, Instant> raisedAt = new HashMap<>();
    for (OpenConversations.Arrival arrival : open.arrivals()) {
      Escalation escalation = arrival.escalation();
      raisedAt.putIfAbsent(escalation.caseId(), escalation.raisedAt());
      if (escalation.hideNotDone()) {
        CommentDecisions.add(
            transaction,
            escalation.id(),
            escalation.caseId(),
            "policy",
            CommentDecision.NOT_HIDDEN,
            escalation.raisedAt());
      }
    }
    CommentDecisions.untold(transaction, raisedAt.keySet()).stream()
        .filter(d -> !d.at().isBefore(raisedAt.get(d.caseId())))
        .filter(
            d -> !saidAtOnce.contains(d.caseId()) || !d.kind().equals(CommentDecision.NOT_HIDDEN))
        .forEach(d -> tell(transaction, open.ofCase(d.caseId()), d, now));
  }
}
