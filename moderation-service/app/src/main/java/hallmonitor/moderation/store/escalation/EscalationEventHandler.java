package hallmonitor.moderation.store.escalation;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.ActionAsked;
import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.contract.event.EscalationEvent.PictureKept;
import hallmonitor.contract.event.EscalationEvent.PictureSeen;
import hallmonitor.contract.event.EscalationEvent.WordsRead;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.PicturesAgain;
import hallmonitor.moderation.store.cases.CaseTable;
import hallmonitor.moderation.store.cases.HeldOrders;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Applies the notifier's events of escalations: history, state, clocks, seals, and hides that
 * waited for a seal. Repeated events change nothing.
 */
public final class EscalationEventHandler {
  private EscalationEventHandler() {}

  /** Applies events under a policy without clauses. */
  public static int take(Handle transaction, List<EscalationEvent> events, Instant now)
      throws SQLException {
    return take(transaction, events, now, id -> Optional.empty());
  }

  /**
   * Applies events; one of an unknown case violates a foreign key and counts as an unusable record.
   *
   * @param now time of the sent orders
   * @param clauses finds a clause of the current policy by its id
   * @return how many orders were sent
   */
  public static int take(
      Handle transaction,
      List<EscalationEvent> news,
      Instant now,
      Function<String, Optional<Clause>> clauses)
      throws SQLException {
    // First and in order, because later steps lock the same rows one by one.
    new CaseTable(transaction.getConnection())
        .lockByIds(news.stream().map(EscalationEvent::caseId).distinct().toList());
    List<EscalationEvent> events = withoutPictures(transaction, news);
    Set<EscalationEvent> looks = newLooks(transaction, events);
    EscalationHistory.add(transaction.getConnection(), events);
    looks.forEach(look -> audit(transaction, look));
    new EscalationStates(transaction).take(events);
    new CaseClocks(transaction).take(events);
    List<EvidenceSealed> seals =
        events.stream()
            .filter(EvidenceSealed.class::isInstance)
            .map(EvidenceSealed.class::cast)
            .toList();
    int sent = new HeldOrders(transaction).sealed(seals, now);
    for (EscalationEvent event : events) {
      if (event instanceof ActionAsked asked) {
        new AnswerPageActions(transaction, clauses).take(asked, now);
      }
    }
    return sent;
  }

  /** Stores the pictures, and returns everything else: a picture alone is not news about a case. */
  private static List<EscalationEvent> withoutPictures(
      Handle transaction, List<EscalationEvent> news) {
    List<EscalationEvent> others = new ArrayList<>();
    for (EscalationEvent event : news) {
      if (event instanceof PictureKept kept) {
        new PicturesAgain(transaction).evidenceCame(kept);
        CommentPictures.keep(transaction, kept);
      } else {
        others.add(event);
      }
    }
    return others;
  }

  /** Each view counts once in the audit log, which only grows. */
  private static Set<EscalationEvent> newLooks(Handle transaction, List<EscalationEvent> events) {
    return events.stream()
        .filter(event -> event instanceof WordsRead || event instanceof PictureSeen)
        .filter(look -> !isKnown(transaction, look))
        .collect(Collectors.toSet());
  }

  private static boolean isKnown(Handle transaction, EscalationEvent look) {
    return transaction
        .createQuery("select exists (select from case_event where dedupe = :dedupe)")
        .bind("dedupe", EscalationHistory.dedupe(look))
        .mapTo(Boolean.class)
        .one();
  }

  private static void audit(Handle transaction, EscalationEvent look) {
    boolean words = look instanceof WordsRead;
    AuditLog.add(
        transaction,
        words ? ((WordsRead) look).person() : ((PictureSeen) look).person(),
        words ? "words-read" : "picture-read",
        "case " + look.caseId(),
        "On the answer page.");
  }
}
