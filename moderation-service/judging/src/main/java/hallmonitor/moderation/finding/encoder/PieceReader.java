package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Comment;

/** Cuts a comment into the pieces that a model reads. Models with the same vocabulary share one. */
final class PieceReader {
  private final WordPieces pieces;
  private final boolean isEnglish;

  /**
   * Creates a reader.
   *
   * @param isEnglish whether Spanish words are glossed
   */
  PieceReader(WordPieces pieces, boolean isEnglish) {
    this.pieces = pieces;
    this.isEnglish = isEnglish;
  }

  int[] ids(Comment comment) {
    return pieces.encode(isEnglish ? EncoderText.inEnglish(comment) : EncoderText.of(comment));
  }

  /** Returns the id that fills up shorter texts of a batch. */
  int padding() {
    return pieces.padding();
  }
}
