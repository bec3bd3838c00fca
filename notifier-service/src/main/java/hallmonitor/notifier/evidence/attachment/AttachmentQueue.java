package hallmonitor.notifier.evidence.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.evidence.ledger.SealedRecord.Matter;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Links waiting to be fetched, stored in the database so that they survive restarts. */
public final class AttachmentQueue {
  /**
   * One link.
   *
   * @param attempts made so far
   */
  public record Link(UUID id, UUID entry, UUID caseId, String account, String url, int attempts) {}

  private AttachmentQueue() {}

  /**
   * Queues the links of sealed content, in the transaction that seals it.
   *
   * @return whether there are any
   */
  public static boolean add(Handle transaction, Matter sealed) {
    AttachmentLinks links = AttachmentLinks.of(sealed.content());
    for (String url : links.urls()) {
      transaction
          .createUpdate(
              """
              insert into evidence_attachment (attachment_id, entry_id, case_id, account, url, place)
              select :id, :entry, :case, :account, :url, count(*)
              from evidence_attachment
              where case_id = :case
              on conflict do nothing
              """)
          .bind("id", UUID.nameUUIDFromBytes((sealed.entry() + " " + url).getBytes(UTF_8)))
          .bind("entry", sealed.entry())
          .bind("case", sealed.caseId())
          .bind("account", links.account())
          // PostgreSQL's text type cannot hold NUL; such a link is invalid anyway
          .bind("url", url.replace('\0', '\uFFFD'))
          .execute();
    }
    return !links.urls().isEmpty();
  }

  /**
   * Locks and returns the next due link. Cases take turns, so that one with many links does not
   * delay the others.
   */
  static Optional<Link> take(Handle transaction) {
    return transaction
        .createQuery(
            """
            select attachment_id as id, entry_id as entry, case_id, account, url, attempts
            from evidence_attachment
            where state = 'queued'
              and next_attempt_at <= clock_timestamp()
            order by place, next_attempt_at limit 1
            for update skip locked
            """)
        .map(ConstructorMapper.of(Link.class))
        .findOne();
  }

  static void kept(Handle transaction, Link link, long bytes, String sha256, String mediaType) {
    transaction
        .createUpdate(
            """
            update evidence_attachment
            set state = 'kept', attempts = attempts + 1, bytes = :bytes, kept_at = clock_timestamp(),
              sha256 = :sha256, media_type = :media
            where attachment_id = :id
            """)
        .bind("bytes", bytes)
        .bind("sha256", sha256)
        .bind("media", mediaType.replace('\0', '\uFFFD'))
        .bind("id", link.id())
        .execute();
  }

  static void failed(Handle transaction, Link link) {
    transaction
        .createUpdate(
            """
            update evidence_attachment
            set state = 'failed', attempts = attempts + 1
            where attachment_id = :id
            """)
        .bind("id", link.id())
        .execute();
  }

  static void later(Handle transaction, Link link, Duration wait) {
    transaction
        .createUpdate(
            """
            update evidence_attachment
            set attempts = attempts + 1, next_attempt_at = clock_timestamp() + make_interval(secs =>
              :seconds)
            where attachment_id = :id
            """)
        .bind("seconds", wait.toMillis() / 1000.0)
        .bind("id", link.id())
        .execute();
  }

  /** Returns the bytes kept for a case so far. */
  static long keptOf(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            """
            select coalesce(sum(bytes), 0)::bigint
            from evidence_attachment
            where case_id = :case
            """)
        .bind("case", caseId)
        .mapTo(Long.class)
        .one();
  }

  /** Returns the bytes kept in the last 24 hours. */
  static long keptToday(Handle handle) {
    return handle
        .createQuery(
            """
            select coalesce(sum(bytes), 0)::bigint
            from evidence_attachment
            where kept_at > clock_timestamp() - interval '24 hours'
            """)
        .mapTo(Long.class)
        .one();
  }

  /** Returns the number of waiting links of a case. */
  public static long waiting(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            """
            select count(*)
            from evidence_attachment
            where state = 'queued'
              and case_id = :case
            """)
        .bind("case", caseId)
        .mapTo(Long.class)
        .one();
  }
}
