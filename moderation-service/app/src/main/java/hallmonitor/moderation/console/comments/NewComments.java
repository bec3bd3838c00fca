package hallmonitor.moderation.console.comments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of comments that nobody has looked at, the oldest first.
 *
 * @param account id in the district's file
 * @param next where the next page begins; empty on the last one
 * @param lookedAt when someone last looked; null if no one has
 * @param lookedBy a user name; empty if no one has
 */
public record NewComments(
    String account,
    List<ListedComment> comments,
    String next,
    @Nullable Instant lookedAt,
    String lookedBy) {
  public NewComments {
    comments = List.copyOf(comments);
  }
}
