package hallmonitor.contract.event;

import hallmonitor.contract.event.CommentSeen.Author;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A connector read who is blocked by an account on its platform, no matter who blocked them.
 * Published at least once, again after each read; only the latest one of an account counts.
 *
 * @param authors those who are blocked, as in {@link CommentSeen#author()}; at most {@link #MOST}
 * @param complete whether all of them are there; if not, the absence of an author says nothing
 * @param observedAt when reading began
 */
public record BlocksSeen(
    String platform, String account, List<Author> authors, boolean complete, Instant observedAt) {
  /** Most authors of one event, so that it fits into a Kafka record. */
  public static final int MOST = 2_000;

  public BlocksSeen {
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(observedAt, "observedAt");
    authors = authors == null ? List.of() : List.copyOf(authors);
  }
}
