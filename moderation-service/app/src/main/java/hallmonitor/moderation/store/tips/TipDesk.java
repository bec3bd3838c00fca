package hallmonitor.moderation.store.tips;

import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.ManualEscalation;
import hallmonitor.moderation.casework.OnTip;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.cases.CaseOpenings;
import hallmonitor.moderation.store.cases.CaseWriter;
import hallmonitor.moderation.store.cases.LockedCase;
import hallmonitor.moderation.store.escalation.ManualEscalations;
import hallmonitor.moderation.store.orders.CommandTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Receives tips. In one transaction, each opens or joins the case of the comment that its link
 * leads to, or of what was handed in, and notifies those who must know.
 */
public final class TipDesk {
  private final CommandTransaction deeds;
  private final CaseOpenings openings;
  private final ManualEscalations escalations;

  /**
   * Creates a desk.
   *
   * @param relay called after a commit that must be published
   */
  public TipDesk(
      Jdbi database, CaseOpenings openings, ManualEscalations escalations, Runnable relay) {
    this.deeds = new CommandTransaction(database, relay);
    this.openings = openings;
    this.escalations = escalations;
  }

  /** Receives a tip; a repeated one changes nothing. */
  public void receive(NewTip tip, TipPlan plan) {
    deeds.in(
        t -> {
          // Only one transaction gets past this, so that a form sent twice at once is one tip.
          t.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "tip/" + tip.id());
          return TipTable.isThere(t, tip.id()) || add(t, tip, plan);
        });
  }

  private boolean add(Handle t, NewTip tip, TipPlan plan) throws SQLException {
    Instant now = CommandTransaction.now(t);
    Optional<UUID> before = plan.comment().flatMap(c -> TipTable.lockedCase(t, c));
    UUID caseId = open(t, tip, plan, now);
    boolean notified = TipTable.mayNotify(t, tip, plan, caseId);
    if (before.isPresent()) {
      join(t, tip, caseId, now);
    }
    if (notified) {
      escalate(t, tip, plan, caseId);
    }
    if (tip.screenshot().isPresent()) {
      CommandTransaction.note(
          t,
          caseId,
          OnTip.ACTOR,
          "screenshot-handed-in",
          "SHA-256 " + tip.screenshot().get().sha256() + ".",
          "tip/" + tip.id() + "/screenshot");
    }
    TipTable.add(t, tip, caseId, notified, now);
    AuditLog.add(t, OnTip.ACTOR, "tip-received", "case " + caseId, "Tip " + tip.reference() + ".");
    return true;
  }

  /** Opens or finds the case of the linked comment, or opens one of what was handed in. */
  private UUID open(Handle t, NewTip tip, TipPlan plan, Instant now) throws SQLException {
    CaseOpenings.Wish wish =
        new CaseOpenings.Wish(
            plan.building(), plan.clause(), tip.urgency().inQueue(), OnTip.ACTOR, tip.words());
    Optional<UUID> ofComment = plan.comment().flatMap(c -> openings.open(t, c, wish));
    return ofComment.isPresent()
        ? ofComment.get()
        : openings.open(t, HandedIn.archive(t, tip, plan, now), wish).orElseThrow();
  }

  private static void join(Handle t, NewTip tip, UUID caseId, Instant now) throws SQLException {
    LockedCase locked = LockedCase.of(t, caseId);
    CaseChange change =
        OnTip.joined(
            locked.now(), tip.id(), tip.urgency(), tip.words(), TipTable.isFirst(t, caseId), now);
    new CaseWriter(t).write(List.of(locked.write(change)), now);
  }

  private void escalate(Handle t, NewTip tip, TipPlan plan, UUID caseId) throws SQLException {
    escalations.escalate(
        t,
        new ManualEscalation(
            caseId,
            LockedCase.of(t, caseId).now().version().number(),
            OnTip.ACTOR,
            plan.clause(),
            plan.notice().roles(),
            plan.notice().urgency(),
            tip.words()),
        plan.accountName());
  }
}
