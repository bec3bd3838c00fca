package hallmonitor.moderation.console.pictures;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.Seed;
import java.util.UUID;

/** Cases with comments that link to pictures. */
final class PictureSeed {
  private PictureSeed() {}

  static UUID aCase(Seed seed, ConsoleDatabase database, String building, String... urls) {
    UUID id = seed.aCase(UUID.randomUUID().toString()).in(building).saying("See this").there();
    attach(database, id, urls);
    return id;
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
