package hallmonitor.moderation.store.answer;

import hallmonitor.moderation.store.answer.AnswerWork.FilePiece;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Files of a package that is being made. */
final class AnswerPieces {
  private AnswerPieces() {}

  static void add(Handle t, AnswerPackage made, List<FilePiece> pieces) {
    try (PreparedBatch batch =
        t.prepareBatch(
            """
            insert into records_answer_piece (answer_id, file, piece, content)
            values (:id, :file, :piece, :content)
            """)) {
      for (FilePiece piece : pieces) {
        batch
            .bind("id", made.answerId())
            .bind("file", piece.file())
            .bind("piece", piece.place())
            .bind("content", piece.content())
            .add();
      }
      batch.execute();
    }
  }

  /** Removes pictures of records that are not done yet. */
  static void removeUnfinished(Handle t, AnswerPackage made) {
    t.createUpdate(
            """
            delete from records_answer_piece
            where answer_id = :id and cast(substring(file from '^pictures/([0-9]+)-') as bigint) > :place
            """)
        .bind("id", made.answerId())
        .bind("place", made.place())
        .execute();
  }
}
