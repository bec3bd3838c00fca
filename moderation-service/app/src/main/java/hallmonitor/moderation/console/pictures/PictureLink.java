package hallmonitor.moderation.console.pictures;

import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.PicturedRevisions;
import hallmonitor.moderation.store.archive.PostPictures;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A picture that a comment or a post links to, which may turn out to be something else.
 *
 * @param number its place among all, from 1
 * @param of the number of pictures
 * @param url as a stranger wrote it
 */
public record PictureLink(int number, int of, String url) {
  /**
   * Returns the links of a comment that are shown, the first ones: a comment that links to hundreds
   * makes this server fetch no more.
   */
  public static List<PictureLink> ofComment(List<String> urls) {
    return first(PicturedRevisions.MOST_OF_A_COMMENT, urls);
  }

  /** Returns the links of a post that are shown, the first ones. */
  public static List<PictureLink> ofPost(List<String> urls) {
    return first(PostPictures.MOST_OF_A_POST, urls);
  }

  private static List<PictureLink> first(int most, List<String> urls) {
    int shown = Math.min(most, urls.size());
    return IntStream.range(0, shown)
        .mapToObj(i -> new PictureLink(i + 1, shown, urls.get(i)))
        .toList();
  }

  /** Returns what names it in a path. */
  public String getKey() {
    return CommentPictures.key(url);
  }

  /** Returns the host that has it; empty if it is not a web address. */
  public String getHost() {
    try {
      String host = new URI(url).getHost();
      return host == null ? "" : host;
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
