package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything about one comment that needs or needed a person, as far as decisions depend on it.
 *
 * @param building id of the building; empty when the account is not in the district's file
 * @param revision the revision that the present verdict judged; the comment may have been edited
 *     since
 * @param outcome what the present verdict asks for; never {@link PolicyOutcome#ALLOW}
 * @param clause id of the clause that decided; empty when a detector failed
 * @param category label of the category that weighed most
 * @param strikes whether the clause counts against the author
 * @param action what became of the newest order
 * @param actionId the newest order
 * @param visibility of the comment, as far as it is known
 * @param openedAt when it last began to wait for a person
 * @param seenAt when the connector read the revision
 * @param harmless the revision that a person marked harmless until it is edited, if the newest
 *     decision did
 * @param version counts changes from 0; a decision names the version it looked at
 * @param sameSince the version since which nothing changed for whoever decides: our own orders that
 *     the platform carried out, say, are what they saw coming
 */
public record Case(
    UUID id,
    CommentKey comment,
    String building,
    String revision,
    PolicyOutcome outcome,
    String clause,
    String category,
    Urgency urgency,
    boolean strikes,
    CaseState state,
    ActionState action,
    Optional<UUID> actionId,
    Visibility visibility,
    Instant openedAt,
    Instant seenAt,
    Optional<String> harmless,
    int version,
    int sameSince) {

  public Case {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(actionId, "actionId");
    Objects.requireNonNull(visibility, "visibility");
    Objects.requireNonNull(harmless, "harmless");
    if (outcome == PolicyOutcome.ALLOW) {
      throw new IllegalArgumentException("nobody need look at a comment that is allowed");
    }
  }

  /** Whether the comment is hidden once everything that was ordered has been done. */
  public boolean endsHidden() {
    return situation().endsHidden();
  }

  /** Whether readers see the comment once everything that was ordered has been done. */
  public boolean endsVisible() {
    return situation().endsVisible();
  }

  public boolean gone() {
    return situation().gone();
  }

  public boolean open() {
    return situation().open();
  }

  /** Whether somebody who looked at that version would decide on the same thing now. */
  public boolean isAsIn(int looked) {
    return sameSince <= looked && looked <= version;
  }

  /** What decisions depend on. */
  public CaseSituation situation() {
    return new CaseSituation(state, action, visibility);
  }

  /** The same case one version on. */
  Case with(CaseState nextState, ActionState nextAction, Optional<UUID> nextActionId) {
    return changed(
        nextState, nextAction, nextActionId, visibility, openedAt, Optional.empty(), version + 1);
  }

  /** The same case, its revision marked harmless until it is edited. */
  Case harmlessUntilEdited() {
    return new Case(
        id,
        comment,
        building,
        revision,
        outcome,
        clause,
        category,
        urgency,
        strikes,
        state,
        action,
        actionId,
        visibility,
        openedAt,
        seenAt,
        Optional.of(revision),
        version,
        sameSince);
  }

  /** The same case one version on, waiting for a person since {@code now}. */
  Case reopened(Instant now) {
    return changed(CaseState.OPEN, action, actionId, visibility, now, harmless, version + 1);
  }

  /** The same case, same version, at least as urgent. */
  Case atLeast(Urgency least) {
    return least.compareTo(urgency) >= 0
        ? this
        : new Case(
            id,
            comment,
            building,
            revision,
            outcome,
            clause,
            category,
            least,
            strikes,
            state,
            action,
            actionId,
            visibility,
            openedAt,
            seenAt,
            harmless,
            version,
            sameSince);
  }

  /** The same case one version on, after news from the platform. */
  Case seen(Visibility nextVisibility, ActionState nextAction) {
    boolean same = situation().endsLike(new CaseSituation(state, nextAction, nextVisibility));
    return changed(
        state,
        nextAction,
        actionId,
        nextVisibility,
        openedAt,
        harmless,
        same ? sameSince : version + 1);
  }

  private Case changed(
      CaseState nextState,
      ActionState nextAction,
      Optional<UUID> nextActionId,
      Visibility nextVisibility,
      Instant nextOpenedAt,
      Optional<String> nextHarmless,
      int nextSameSince) {
    return new Case(
        id,
        comment,
        building,
        revision,
        outcome,
        clause,
        category,
        urgency,
        strikes,
        nextState,
        nextAction,
        nextActionId,
        nextVisibility,
        nextOpenedAt,
        seenAt,
        nextHarmless,
        version + 1,
        nextSameSince);
  }
}
