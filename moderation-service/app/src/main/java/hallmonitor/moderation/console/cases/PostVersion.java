package hallmonitor.moderation.console.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as it was when a comment was read.
 *
 * @param pictures addresses of its pictures and videos
 * @param changes how often it was seen changed later
 */
public record PostVersion(
    String title,
    String body,
    List<String> pictures,
    String permalink,
    Instant observedAt,
    long changes) {
  public PostVersion {
    pictures = List.copyOf(pictures);
  }

  /** Returns the address to open; absent unless it is one of the web. */
  public @Nullable String getLink() {
    return CaseView.webAddress(permalink);
  }
}
