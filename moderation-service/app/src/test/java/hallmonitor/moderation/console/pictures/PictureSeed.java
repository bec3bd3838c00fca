package hallmonitor.moderation.console.pictures;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.Seed;
import java.util.UUID;

/** Cases whose comments link to pictures. */
final class PictureSeed {
  private PictureSeed() {}

  static UUID aCase(Seed seed, ConsoleDatabase database, String building, String... urls) {
    String comment = UUID.randomUUID().toString();
    UUID id = seed.aCase(comment).in(building).saying("See this").there();
    database.write(
        h ->
            h.createUpdate("update revision set attachments = :urls where comment_id = :comment")
                .bindArray("urls", String.class, (Object[]) urls)
                .bind("comment", comment)
                .execute());
    return id;
  }
}
