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
            insert into records_answer_piece (answer_id, file, piece, content, content_key)
            values (:id, :file, :piece, :content, :key)
            """)) {
      for (FilePiece piece : pieces) {
        batch
            .bind("id", made.answerId())
            .bind("file", piece.file())
            .bind("piece", piece.place())
            .bind("content", piece.content())
            .bind("key", piece.drawnFrom())
            .add();
      }
      batch.execute();
    }
  }

  /**
   * Returns whether a picture became another one after it was drawn: the search compares what is
   * known of the later one.
   */
  static boolean haveOtherPictures(Handle t, AnswerPackage made) {
    return t.createQuery(
            """
            select exists (
              select from records_answer_piece d
              join records_request_item i
                on i.request_id = :request and i.number = cast(substring(d.file from '^pictures/([0-9]+)-') as bigint)
              where d.answer_id = :id and d.content_key <> '' and not exists (
                select from records_item_pictures(i.item_no) p
                where p.place = cast(substring(d.file from '^pictures/[0-9]+-([0-9]+)') as int)
                  and d.content_key = any(p.content_keys)))
            """)
        .bind("request", made.requestId())
        .bind("id", made.answerId())
        .mapTo(Boolean.class)
        .one();
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
