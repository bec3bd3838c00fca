package hallmonitor.moderation.console.past;

import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.console.cases.HistoryLine;
import hallmonitor.moderation.console.pictures.PictureMark;
import hallmonitor.moderation.policy.Clause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the archive says about the comments and the post of one page, in words. */
record PastWords(List<Said> comments, List<Ordered> orders, List<PostSaid> posts) {
  PastWords {
    comments = List.copyOf(comments);
    orders = List.copyOf(orders);
    posts = List.copyOf(posts);
  }

  /**
   * A text of a comment. What was disposed of has no words, and says how.
   *
   * @param before the text before it; absent if there was none, or if it was disposed of
   * @param claimedAt when the platform says that the text was written
   * @param caseId absent if it has no case
   */
  public record Said(
      String commentId,
      String authorName,
      String body,
      List<String> attachments,
      List<String> pictured,
      @Nullable Instant claimedAt,
      @Nullable String before,
      @Nullable Instant disposedAt,
      @Nullable String approval,
      @Nullable UUID disposalId,
      @Nullable UUID caseId) {
    public Said {
      attachments = List.copyOf(attachments);
      pictured = List.copyOf(pictured);
    }

    /** Returns its pictures and videos. */
    public PictureMark getMark() {
      return PictureMark.of(pictured);
    }

    public boolean isDisposed() {
      return disposalId != null;
    }
  }

  /**
   * An order, and what the history of its case says about it.
   *
   * @param clause id of the clause that its case rests on
   */
  public record Ordered(
      UUID actionId, String orderedBy, String kind, String detail, String clause) {}

  /**
   * A version of the post.
   *
   * @param observedAt when it counts from
   * @param readAt when these words were read; later than that if comments told of its beginning
   */
  public record PostSaid(
      String version,
      Instant observedAt,
      Instant readAt,
      String title,
      String body,
      List<String> pictures,
      @Nullable String permalink,
      boolean listed) {
    public PostSaid {
      pictures = List.copyOf(pictures);
    }

    /** Returns the same words, which count from another time. */
    PostSaid from(Instant at) {
      return new PostSaid(version, at, readAt, title, body, pictures, permalink, listed);
    }

    /** Returns whether at first only the beginning was read, with comments. */
    public boolean isReadLater() {
      return readAt.isAfter(observedAt);
    }
  }

  /**
   * Why the public did not see something, or saw it again.
   *
   * @param visibility since {@code from}, until {@code until}, which is absent if it still is so
   * @param by who ordered it, and why; absent if nobody here did
   * @param clause as the policy has it now; absent if it no longer does
   */
  public record Reason(
      Visibility visibility,
      Instant from,
      @Nullable Instant until,
      @Nullable HistoryLine by,
      @Nullable Clause clause) {
    public boolean isShown() {
      return visibility == Visibility.VISIBLE;
    }

    public boolean isDeleted() {
      return visibility == Visibility.DELETED;
    }
  }
}
