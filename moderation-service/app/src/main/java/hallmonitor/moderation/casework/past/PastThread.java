package hallmonitor.moderation.casework.past;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A post with its thread at one moment.
 *
 * @param post the version of the post; empty if none was read until then
 * @param before the version before that one; empty if there was none
 * @param entries its comments in the order of the page: each is followed by its replies, and both
 *     are in the order of time
 */
public record PastThread(Optional<PastText> post, Optional<PastText> before, List<Entry> entries) {
  public PastThread {
    entries = List.copyOf(entries);
  }

  /**
   * A comment at that moment.
   *
   * @param depth 0 for a comment on the post, 1 for a reply to one
   * @param strayed whether it answers a comment that is not among these: it did not stand there, or
   *     the reader may not see it
   */
  public record Entry(
      StandingComment comment, StandingComment.PastState state, int depth, boolean strayed) {}

  /**
   * Returns what the public saw. What it did not see stays as a place without words if replies to
   * it were seen.
   */
  public PastThread publicly() {
    List<Entry> kept = new ArrayList<>();
    // Read backwards, what stands less deep than the last one kept is what that one answers.
    int depth = 0;
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.state().seen() || entry.depth() < depth) {
        kept.add(entry);
        depth = entry.depth();
      }
    }
    Collections.reverse(kept);
    return new PastThread(post, before, kept);
  }
}
