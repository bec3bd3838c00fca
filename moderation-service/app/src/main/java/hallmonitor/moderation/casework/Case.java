package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.Clause.Urgency;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything about one comment that needs or needed a person, as far as decisions depend on it.
 *
 * @param verdict the current one
 * @param actionId the newest order; the situation has its state
 * @param harmless the revision marked harmless until it is edited, if the newest decision did that
 * @param disagreement what others did on the platform against our orders
 */
public record Case(
    CaseSubject subject,
    CaseVerdict verdict,
    QueuePlace place,
    CaseSituation situation,
    Optional<UUID> actionId,
    Optional<String> harmless,
    Disagreement disagreement,
    CaseVersion version) {

  public Case {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(situation, "situation");
    Objects.requireNonNull(actionId, "actionId");
    Objects.requireNonNull(harmless, "harmless");
    Objects.requireNonNull(disagreement, "disagreement");
    Objects.requireNonNull(version, "version");
  }

  public UUID id() {
    return subject.id();
  }

  public CommentKey comment() {
    return subject.comment();
  }

  public CaseState state() {
    return situation.state();
  }

  public ActionState action() {
    return situation.action();
  }

  public boolean open() {
    return situation.open();
  }

  /**
   * Returns whether it is about something dangerous: people are asked about it, or it is in the
   * danger lane. A review caused by a failed detector is urgent, too, but is no sign of danger.
   */
  public boolean dangerous() {
    return place.urgency() == Urgency.IMMEDIATE
        || place.urgency() == Urgency.SOON && !verdict.clause().isBlank();
  }

  /** Returns the next version without a harmless mark. */
  Case with(CaseState state, ActionState action, Optional<UUID> newestAction) {
    return new Case(
        subject,
        verdict,
        place,
        new CaseSituation(state, action, situation.visibility()),
        newestAction,
        Optional.empty(),
        disagreement,
        version.next());
  }

  /** Returns a copy with its revision marked harmless until it is edited. */
  Case harmlessUntilEdited() {
    return new Case(
        subject,
        verdict,
        place,
        situation,
        actionId,
        Optional.of(verdict.revision()),
        disagreement,
        version);
  }

  /** Returns the next version, waiting for a person since {@code since}. */
  Case reopened(Instant since) {
    return new Case(
        subject,
        verdict,
        place.since(since),
        new CaseSituation(CaseState.OPEN, action(), situation.visibility()),
        actionId,
        harmless,
        disagreement,
        version.next());
  }

  /** Returns the same version with at least this urgency. */
  Case atLeast(Urgency least) {
    return new Case(
        subject,
        verdict,
        place.atLeast(least),
        situation,
        actionId,
        harmless,
        disagreement,
        version);
  }

  /** Returns the same version, outside the danger lane and with at least this urgency. */
  Case escalated(Urgency least) {
    return new Case(
        subject,
        verdict,
        place.escalated(least),
        situation,
        actionId,
        harmless,
        disagreement,
        version);
  }

  /**
   * Returns since when it has waited in the danger lane. Empty outside the lane and while no
   * deadline runs there: once a person has decided, and while the comment is deleted.
   */
  public Optional<Instant> waitsInLaneSince() {
    return open() && !situation.gone() ? place.laneSince() : Optional.empty();
  }

  /** Returns the next version after an update from the platform. */
  Case seen(Visibility visibility, ActionState action) {
    CaseSituation next = new CaseSituation(state(), action, visibility);
    return new Case(
        subject,
        verdict,
        place,
        next,
        actionId,
        harmless,
        disagreement,
        situation.endsLike(next) ? version.nextAlike() : version.next());
  }

  /** Returns the same version, with what others did on the platform. */
  Case disagreed(Disagreement with) {
    return new Case(subject, verdict, place, situation, actionId, harmless, with, version);
  }

  /** Returns the next version without any change. */
  Case unchanged() {
    return seen(situation.visibility(), action());
  }
}
