package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.ActionState;
import hallmonitor.moderation.casework.CaseSituation;
import hallmonitor.moderation.casework.CaseState;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.OnDecision;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.console.pictures.PictureLink;
import hallmonitor.moderation.console.pictures.PictureMark;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ReadingOrder;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.archive.FindingsJson;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case with its comment, from one row of the database.
 *
 * @param body the judged revision, which {@code findings} refer to
 * @param language code of its language; empty if unknown
 * @param attachments links to media of that revision, as a stranger wrote them
 * @param pictured what is known of them; see {@link PictureMark}
 * @param disposedAt when that revision was disposed of, under {@code disposalApproval}; absent
 *     while it is kept
 * @param deciderName display name of the person who decided; absent if no one has
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
    String disagreement,
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
    List<String> attachments,
    List<String> pictured,
    Instant disposedAt,
    String disposalApproval) {
  private static final int PASSAGE = 500;
  private static final int GLIMPSE = 200;
  private static final int WHOLE = 2_000;

  public CaseView {
    attachments = List.copyOf(attachments);
    pictured = List.copyOf(pictured);
  }

  public CommentKey getKey() {
    return new CommentKey(account, commentId);
  }

  /** Returns the first pictures. */
  public List<PictureLink> getPictures() {
    return PictureLink.ofComment(attachments);
  }

  /** Returns its pictures and videos, for its line of a list. */
  public PictureMark getMark() {
    return PictureMark.of(pictured);
  }

  /** Returns what was found, in the order that a person reads it. */
  public List<Finding> getFindings() {
    return ReadingOrder.of(FindingsJson.read(findingsJson));
  }

  private List<Span> spans() {
    return getFindings().stream().flatMap(f -> f.spans().stream()).toList();
  }

  /** Returns the line of a list: an excerpt around a rule's finding, if there is one. */
  public MarkedText getGlimpse() {
    return MarkedText.passage(body, spans(), ReadingOrder.firstSpans(getFindings()), GLIMPSE);
  }

  /**
   * Returns an excerpt for decisions on several cases: around a rule's finding, if there is one.
   */
  public MarkedText getPassage() {
    return MarkedText.passage(body, spans(), ReadingOrder.firstSpans(getFindings()), PASSAGE);
  }

  /** Returns the text for the page of the case; long ones are collapsed. */
  public MarkedText getText() {
    return MarkedText.of(body, spans(), WHOLE);
  }

  public List<DecisionOption> getChoices() {
    return DecisionOption.of(getSituation());
  }

  /**
   * Returns the keys of the decisions that are offered now, such as {@code c:confirm r:restore}.
   */
  public String getKeys() {
    return getChoices().stream()
        .map(choice -> choice.key() + ":" + choice.getCode())
        .collect(Collectors.joining(" "));
  }

  /** Returns whether the policy hid it, or is about to, and no one has confirmed that. */
  public boolean isUnconfirmed() {
    return isOpen()
        && !outcome.equals("review")
        && Set.of("hide-held", "hide-ordered", "hidden").contains(actionState);
  }

  /** Returns whether others show it on the platform although it should stay hidden. */
  public boolean isShownAgain() {
    return isOpen() && disagreement.equals("shown") && getSituation().endsVisible();
  }

  /** Returns whether others hide it on the platform although a person wants it visible. */
  public boolean isHiddenAnyway() {
    return isOpen()
        && disagreement.equals("hidden")
        && getSituation().endsHidden()
        && !getSituation().ordered();
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

  /** Returns whether it is about something that no connected account shows. */
  public boolean isElsewhere() {
    return getSituation().elsewhere();
  }

  /** Returns the state in words. */
  public Sentence getStateWords() {
    return isElsewhere() && state.equals("confirmed")
        ? Sentence.of("Acted on")
        : DisplayLabels.state(state);
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
    return webAddress(permalink);
  }

  /** Returns an address that a stranger wrote if a browser may open it. */
  public static @Nullable String webAddress(@Nullable String address) {
    return address != null && address.matches("(?i)https?://\\S+") ? address : null;
  }

  public CharSequence getAuthor() {
    if (authorName.isBlank()) {
      return isDisposed() ? Sentence.of("(disposed of)") : Sentence.of("(no name)");
    }
    return authorName;
  }
}
