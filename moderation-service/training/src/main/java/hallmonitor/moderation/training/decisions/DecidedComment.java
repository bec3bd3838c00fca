package hallmonitor.moderation.training.decisions;

import hallmonitor.moderation.finding.Category;
import java.util.List;
import java.util.Map;

/**
 * A revision of a comment that at least one person decided on.
 *
 * @param language code of the archive; empty if unknown
 * @param authorKey the key that identifies the author on the account
 * @param post title and text of the post; empty for none
 * @param parent text of the comment replied to; empty for none
 * @param findings the highest score of each category that was found
 * @param bars what forbids exporting it
 * @param statements at least one
 */
record DecidedComment(
    String account,
    String commentId,
    String revision,
    String text,
    String language,
    String authorKey,
    String author,
    String post,
    String parent,
    Map<Category, Double> findings,
    Bars bars,
    List<Statement> statements) {

  /**
   * What forbids an export.
   *
   * @param disposed whether the record was disposed of
   * @param held whether a hold covers it
   * @param contested whether an appeal about it is not decided
   */
  record Bars(boolean disposed, boolean held, boolean contested) {
    static final Bars NONE = new Bars(false, false, false);
  }

  DecidedComment {
    findings = Map.copyOf(findings);
    statements = List.copyOf(statements);
  }
}
