package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.store.answer.AnswerWork.FilePiece;
import java.util.function.Consumer;

/** What is left for the pictures of a package: it keeps one after the other, and none too many. */
final class AnswerPictureRoom {
  private final long most;
  private final Consumer<FilePiece> kept;
  private long taken;

  /**
   * Creates it for one step.
   *
   * @param most bytes of all pictures of this step together
   * @param kept takes each picture
   */
  AnswerPictureRoom(long most, Consumer<FilePiece> kept) {
    this.most = most;
    this.kept = kept;
  }

  /** There is no room for a picture. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Full() {
      super("the pictures of this package have too many bytes");
    }
  }

  /**
   * Keeps a picture.
   *
   * @throws Full if it has more bytes than are left
   */
  void keep(FilePiece picture) {
    if (picture.content().length > most - taken) {
      throw new Full();
    }
    taken += picture.content().length;
    kept.accept(picture);
  }

  /** Returns the bytes of what was kept in this step. */
  long taken() {
    return taken;
  }
}
