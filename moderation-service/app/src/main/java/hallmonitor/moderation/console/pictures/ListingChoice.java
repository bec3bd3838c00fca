package hallmonitor.moderation.console.pictures;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.archive.CommentFrames;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * A picture of a comment that can be listed: a picture that it links to, or a frame of its video.
 *
 * @param key of the copy that the archive may have
 * @param time of a frame, such as 1:05; empty for a picture
 */
public record ListingChoice(String key, PictureLink link, String time) {
  /** Returns all of a comment. A video has those frames that the archive keeps. */
  public static List<ListingChoice> of(Handle handle, CommentKey comment, List<PictureLink> links) {
    return links.stream().flatMap(link -> of(handle, comment, link)).toList();
  }

  private static Stream<ListingChoice> of(Handle handle, CommentKey comment, PictureLink link) {
    List<Integer> seconds = CommentFrames.seconds(handle, comment, link.url());
    return seconds.isEmpty()
        ? Stream.of(new ListingChoice(link.getKey(), link, ""))
        : seconds.stream().map(second -> frame(link, second));
  }

  private static ListingChoice frame(PictureLink link, int second) {
    return new ListingChoice(
        CommentFrames.key(link.url(), second), link, PictureResult.Frame.time(second));
  }
}
