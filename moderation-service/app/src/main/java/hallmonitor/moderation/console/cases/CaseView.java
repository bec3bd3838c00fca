package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.ActionState;
import hallmonitor.moderation.casework.CaseSituation;
import hallmonitor.moderation.casework.CaseState;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.OnDecision;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.archive.FindingsJson;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case with its comment, from one row of the database.
 *
 * @param body the judged revision, to which {@code findings} refer
 * @param language code of its language; empty if unknown
 * @param disposedAt when that revision was disposed of, under {@code disposalApproval}; absent
 *     while it is kept
 * @param deciderName display name of the person who decided; absent if nobody has
 */
public record CaseView(
    UUID caseId,
    String account,
    String commentId,
    String platform,
    String postId,
    String postTitle,
    String parentId,
    String building,
    String revision,
    String latestRevision,
    String outcome,
    String clause,
    String category,
    String urgency,
    String state,
    String actionState,
    String actionNote,
    Instant openedAt,
    Instant seenAt,
    Instant hiddenAt,
    String decidedBy,
    String deciderName,
    Instant decidedAt,
    String decisionNote,
    String decisionClause,
    int version,
    String authorKey,
    String authorName,
    String permalink,
    String visibility,
    String body,
    String language,
    String findingsJson,
    Instant disposedAt,
    String disposalApproval) {
  private static final int PASSAGE = 500;
  private static final int WHOLE = 2_000;

  public List<Finding> getFindings() {
    return FindingsJson.read(findingsJson);
  }

  private List<Span> spans() {
    return getFindings().stream().flatMap(f -> f.spans().stream()).toList();
  }

  /** Returns an excerpt for the queue. */
  public MarkedText getPassage() {
    return MarkedText.passage(body, spans(), PASSAGE);
  }

  /** Returns the text for the page of the case; long ones are collapsed. */
  public MarkedText getText() {
    return MarkedText.of(body, spans(), WHOLE);
  }

  public List<DecisionOption> getChoices() {
    return DecisionOption.of(getSituation());
  }

  /** Returns what decisions depend on. */
  public CaseSituation getSituation() {
    return new CaseSituation(
        EnumCodes.read(CaseState.class, state),
        EnumCodes.read(ActionState.class, actionState),
        EnumCodes.read(Visibility.class, visibility));
  }

  /**
   * Returns one sentence that says why this decision is not allowed; empty if it is.
   *
   * @param chosen the clause that it would rest on; empty for the case's own
   */
  public Optional<Sentence> refusal(Decision.Kind kind, Optional<Clause> chosen) {
    return OnDecision.refusal(getSituation(), clause, kind, chosen);
  }

  public boolean isOpen() {
    return state.equals("open");
  }

  /** Returns whether its author changed it after the shown verdict. */
  public boolean isEditedSince() {
    return !revision.equals(latestRevision);
  }

  public boolean isDisposed() {
    return disposedAt != null;
  }

  public boolean isDecided() {
    return decidedBy != null;
  }

  /** Returns a platform link that is safe to follow, or null. */
  public @Nullable String getLink() {
    return permalink != null && permalink.matches("(?i)https?://\\S+") ? permalink : null;
  }

  public CharSequence getAuthor() {
    if (authorName.isBlank()) {
      return isDisposed() ? Sentence.of("(disposed of)") : Sentence.of("(no name)");
    }
    return authorName;
  }
}
