package hallmonitor.moderation.console.pictures;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.store.archive.CommentFrames;
import java.util.UUID;

/** Cases with comments that link to pictures. */
final class PictureSeed {
  private PictureSeed() {}

  static UUID aCase(Seed seed, ConsoleDatabase database, String building, String... urls) {
    UUID id = seed.aCase(UUID.randomUUID().toString()).in(building).saying("See this").there();
    attach(database, id, urls);
    return id;
  }

  /** Puts a still frame of a video into the archive. */
  static void keepFrame(
      ConsoleDatabase database, UUID caseId, String video, int second, byte[] frame) {
    database.write(
        h -> {
          CommentKey comment =
              h.createQuery("select account, comment_id from review_case where case_id = :id")
                  .bind("id", caseId)
                  .map(
                      (row, context) ->
                          new CommentKey(row.getString("account"), row.getString("comment_id")))
                  .one();
          CommentFrames.keep(h, comment, video, second, frame);
          return comment;
        });
  }

  static void attach(ConsoleDatabase database, UUID caseId, String... urls) {
    database.write(
        h ->
            h.createUpdate(
                    """
                    update revision r set attachments = :urls
                    from review_case rc
                    where rc.case_id = :case and r.account = rc.account and r.comment_id = rc.comment_id
                    """)
                .bindArray("urls", String.class, (Object[]) urls)
                .bind("case", caseId)
                .execute());
  }
}
