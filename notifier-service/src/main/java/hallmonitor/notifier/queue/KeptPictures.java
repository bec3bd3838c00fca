package hallmonitor.notifier.queue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Pictures of comments that evidence keeps. */
public final class KeptPictures {
  private static final int MOST = 4;

  /**
   * One picture.
   *
   * @param id of the attachment
   * @param sha256 of its bytes
   */
  public record Picture(UUID id, UUID caseId, String sha256, long bytes) {}

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

  public static Optional<Picture> find(Handle handle, UUID caseId, UUID id) {
    return of(handle, caseId).stream().filter(p -> p.id().equals(id)).findFirst();
  }
}
