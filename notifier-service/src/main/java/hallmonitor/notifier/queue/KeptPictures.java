package hallmonitor.notifier.queue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Pictures of comments: those in the evidence, and what happened to the others. */
public final class KeptPictures {
  private static final int MOST = 4;

  /**
   * One picture.
   *
   * @param id of the attachment
   * @param sha256 of its bytes
   */
  public record Picture(UUID id, UUID caseId, String sha256, long bytes) {}

  /**
   * Links of a comment that are not in the evidence.
   *
   * @param queued not fetched yet
   * @param failed could not be fetched; the evidence says why
   */
  public record Missing(int queued, int failed) {}

  private KeptPictures() {}

  /** Returns the first pictures of a case. */
  public static List<Picture> of(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            """
            select attachment_id as id, case_id, sha256, bytes
            from evidence_attachment
            where case_id = :case
              and sha256 is not null
              and media_type like 'image/%'
            order by place, attachment_id limit :most
            """)
        .bind("case", caseId)
        .bind("most", MOST)
        .map(ConstructorMapper.of(Picture.class))
        .list();
  }

  public static Missing missing(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            """
            select count(*) filter (where state = 'queued') as queued,
              count(*) filter (where state = 'failed') as failed
            from evidence_attachment
            where case_id = :case
            """)
        .bind("case", caseId)
        .map(ConstructorMapper.of(Missing.class))
        .one();
  }

  /**
   * Records a view in the caller's transaction.
   *
   * @return whether it is the person's first view of this picture since a time
   */
  public static boolean look(
      Handle transaction, UUID lookId, Picture of, String person, Instant now, Instant since) {
    return transaction
            .createUpdate(
                """
                insert into picture_look (look_id, attachment_id, person, at)
                select :look, :picture, :person, :at
                where not exists (
                  select
                  from picture_look
                  where attachment_id = :picture
                    and person = :person
                    and at >= :since)
                """)
            .bind("look", lookId)
            .bind("picture", of.id())
            .bind("person", person)
            .bind("at", now.atOffset(ZoneOffset.UTC))
            .bind("since", since.atOffset(ZoneOffset.UTC))
            .execute()
        > 0;
  }

  public static Optional<Picture> find(Handle handle, UUID caseId, UUID id) {
    return of(handle, caseId).stream().filter(p -> p.id().equals(id)).findFirst();
  }
}
