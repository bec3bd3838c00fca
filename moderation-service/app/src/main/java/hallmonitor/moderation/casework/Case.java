package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.Clause.Urgency;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything about one comment that needs or needed a person, as far as decisions depend on it.
 *
 * @param verdict the present one
 * @param actionId the newest order; what became of it is in the situation
 * @param harmless the revision that a person marked harmless until it is edited, if the newest
 *     decision did
 */
public record Case(
    CaseSubject subject,
    CaseVerdict verdict,
    QueuePlace place,
    CaseSituation situation,
    Optional<UUID> actionId,
    Optional<String> harmless,
    CaseVersion version) {

  public Case {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(situation, "situation");
    Objects.requireNonNull(actionId, "actionId");
    Objects.requireNonNull(harmless, "harmless");
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

  /** The same case one version on, and nothing said about harmlessness any more. */
  Case with(CaseState state, ActionState action, Optional<UUID> newestAction) {
    return new Case(
        subject,
        verdict,
        place,
        new CaseSituation(state, action, situation.visibility()),
        newestAction,
        Optional.empty(),
        version.next());
  }

  /** The same case, its revision marked harmless until it is edited. */
  Case harmlessUntilEdited() {
    return new Case(
        subject, verdict, place, situation, actionId, Optional.of(verdict.revision()), version);
  }

  /** The same case one version on, waiting for a person since {@code since}. */
  Case reopened(Instant since) {
    return new Case(
        subject,
        verdict,
        place.since(since),
        new CaseSituation(CaseState.OPEN, action(), situation.visibility()),
        actionId,
        harmless,
        version.next());
  }

  /** The same case, same version, at least as urgent. */
  Case atLeast(Urgency least) {
    return new Case(subject, verdict, place.atLeast(least), situation, actionId, harmless, version);
  }

  /** The same case one version on, after news from the platform. */
  Case seen(Visibility visibility, ActionState action) {
    CaseSituation next = new CaseSituation(state(), action, visibility);
    return new Case(
        subject,
        verdict,
        place,
        next,
        actionId,
        harmless,
        situation.endsLike(next) ? version.nextAlike() : version.next());
  }

  /** The same case one version on, though nothing about it changed. */
  Case unchanged() {
    return seen(situation.visibility(), action());
  }
}
