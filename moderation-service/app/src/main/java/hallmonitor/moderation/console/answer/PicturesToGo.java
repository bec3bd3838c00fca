package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.console.page.DisplayLabels;
import java.util.List;

/**
 * The pictures of a package before it is made.
 *
 * @param files pictures, and still frames of videos, that go out as files
 * @param bytes of these as they are kept; drawn again, they have others
 * @param most bytes that all of them may have when they are drawn again
 * @param left released pictures and videos without a file
 * @param unseen the first items with such
 */
public record PicturesToGo(long files, long bytes, long most, long left, List<LeftItem> unseen) {
  static final PicturesToGo NONE = new PicturesToGo(0, 0, 0, 0, List.of());

  public PicturesToGo {
    unseen = List.copyOf(unseen);
  }

  /**
   * An item with a picture that has no file.
   *
   * @param itemNo its key
   * @param number of it within the request
   */
  public record LeftItem(long itemNo, long number) {}

  public boolean isThere() {
    return files > 0 || left > 0;
  }

  /** Returns whether they will hardly find room. */
  public boolean isTooLarge() {
    return bytes > most;
  }

  public String getSize() {
    return DisplayLabels.megabytes(bytes);
  }

  public String getLimit() {
    return DisplayLabels.megabytes(most);
  }
}
