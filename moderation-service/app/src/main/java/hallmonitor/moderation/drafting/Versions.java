package hallmonitor.moderation.drafting;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** All published versions, in the table {@code document_version}. */
public final class Versions {
  private static final String SELECT =
      """
      select id, document, version, body, origin, proposed_by, approved_by, note, at
      from document_version
      """;

  private Versions() {}

  public static Optional<DocumentVersion> newest(Handle h, Document document) {
    return h.createQuery(SELECT + "where document = ? order by id desc limit 1")
        .bind(0, document.code())
        .map(ConstructorMapper.of(DocumentVersion.class))
        .findOne();
  }

  public static Optional<DocumentVersion> find(Handle h, long id) {
    return h.createQuery(SELECT + "where id = ?")
        .bind(0, id)
        .map(ConstructorMapper.of(DocumentVersion.class))
        .findOne();
  }

  /** Returns versions without their texts, newest first. */
  public static List<DocumentVersion> all(Handle h, Document document) {
    return h.createQuery(
            """
            select id, document, version, '' as body, origin, proposed_by, approved_by, note, at
            from document_version where document = ? order by id desc limit 500
            """)
        .bind(0, document.code())
        .map(ConstructorMapper.of(DocumentVersion.class))
        .list();
  }

  /** Returns the text of a version that verdicts cite. */
  public static Optional<String> body(Handle h, Document document, String version) {
    return h.createQuery(
            "select body from document_version where document = ? and version = ? limit 1")
        .bind(0, document.code())
        .bind(1, version)
        .mapTo(String.class)
        .findOne();
  }

  /** Records a current text that no one published here. */
  static long addFromFile(Handle h, Document document, String version, String body) {
    return h.createQuery(
            """
            insert into document_version (document, version, body, origin) values (?, ?, ?, 'file')
            returning id
            """)
        .bind(0, document.code())
        .bind(1, version)
        .bind(2, body)
        .mapTo(long.class)
        .one();
  }

  static long addPublished(Handle h, Draft draft, String version, String approvedBy) {
    return h.createQuery(
            """
            insert into document_version
              (document, version, body, origin, proposed_by, approved_by, note, draft_id)
            values (?, ?, ?, 'console', ?, ?, ?, ?)
            returning id
            """)
        .bind(0, draft.document())
        .bind(1, version)
        .bind(2, draft.body())
        .bind(3, draft.proposedBy())
        .bind(4, approvedBy)
        .bind(5, draft.note())
        .bind(6, draft.id())
        .mapTo(long.class)
        .one();
  }

  /**
   * Locks a document across all instances until the transaction ends, so that its changes run one
   * at a time.
   */
  static void lock(Handle h, Document document) {
    h.createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) as locked")
        .bind(0, "document " + document.code())
        .mapTo(int.class)
        .one();
  }
}
