package hallmonitor.moderation.console.posts;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.PostState;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.console.cases.CategoryFindings;
import hallmonitor.moderation.console.cases.MarkedText;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ReadingOrder;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.pipeline.rules.OwnTextJudge;
import hallmonitor.moderation.store.archive.FindingsJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post in which the policy found something.
 *
 * @param observedAt when the judged version was read
 * @param building id of the account's building; empty if the account is no longer in the file
 * @param clauses ids of those that hold, or held before it was fixed
 * @param state code of a {@link PostState}
 * @param closedBy a user name; empty if nobody closed it
 */
public record PostFinding(
    String account,
    String postId,
    String title,
    String body,
    @Nullable String permalink,
    Instant observedAt,
    String building,
    List<String> clauses,
    String findingsJson,
    String state,
    Instant foundAt,
    @Nullable Instant closedAt,
    String closedBy,
    String reason) {
  private static final int PASSAGE = 600;

  public String getAddress() {
    return CommentAddress.of(account, postId);
  }

  /** Returns the text that the findings refer to. */
  public String getText() {
    return OwnTextJudge.text(title, body);
  }

  private List<Finding> findings() {
    return ReadingOrder.of(FindingsJson.read(findingsJson));
  }

  /** Returns the passage that matters most, with the words that caused the finding. */
  public MarkedText getPassage() {
    List<Span> spans = findings().stream().flatMap(found -> found.spans().stream()).toList();
    return MarkedText.passage(getText(), spans, spans, PASSAGE);
  }

  public List<CategoryFindings> getFound() {
    return CategoryFindings.of(findings());
  }

  /** Returns a platform link that is safe to follow, or null. */
  public @Nullable String getLink() {
    return CaseView.webAddress(permalink);
  }

  public boolean isOpen() {
    return state.equals(EnumCodes.of(PostState.OPEN));
  }

  public boolean isMended() {
    return state.equals(EnumCodes.of(PostState.MENDED));
  }
}
