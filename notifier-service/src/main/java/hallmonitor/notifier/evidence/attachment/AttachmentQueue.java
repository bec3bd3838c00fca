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
   * @param attempts made so far, with the one that it is claimed for
   * @param deaths attempts just before that came to no end, because the process ended
   */
  public record Link(
      UUID id, UUID entry, UUID caseId, String account, String url, int attempts, int deaths) {}

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
   * Claims the next due link, and counts the attempt before it is made: one that ends the process
   * must not be made forever. Cases take turns, so that one with many links does not delay the
   * others.
   *
   * @param lease time after which it is due again if the attempt comes to no end
   */
  static Optional<Link> claim(Handle transaction, Duration lease) {
    return transaction
        .createQuery(
            """
            update evidence_attachment
            set attempts = attempts + 1, deaths = deaths + 1, next_attempt_at = clock_timestamp() +
              make_interval(secs => :lease)
            where attachment_id = (
              select attachment_id
              from evidence_attachment
              where state = 'queued'
                and next_attempt_at <= clock_timestamp()
              order by place, next_attempt_at limit 1
              for update skip locked)
            returning attachment_id as id, entry_id as entry, case_id, account, url, attempts,
              deaths - 1 as deaths
            """)
        .bind("lease", lease.toMillis() / 1000.0)
        .map(ConstructorMapper.of(Link.class))
        .findOne();
  }

  /** Takes a claim back, because the attempt was canceled. */
  static void release(Handle transaction, Link link) {
    transaction
        .createUpdate(
            """
            update evidence_attachment
            set attempts = :attempts, deaths = :deaths, next_attempt_at = clock_timestamp()
            where attachment_id = :id
              and state = 'queued'
            """)
        .bind("attempts", link.attempts() - 1)
        .bind("deaths", link.deaths())
        .bind("id", link.id())
        .execute();
  }

  static void kept(Handle transaction, Link link, long bytes, String sha256, String mediaType) {
    transaction
        .createUpdate(
            """
            update evidence_attachment
            set state = 'kept', deaths = 0, bytes = :bytes, kept_at = clock_timestamp(),
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
            set state = 'failed', deaths = :deaths
            where attachment_id = :id
            """)
        .bind("deaths", link.deaths())
        .bind("id", link.id())
        .execute();
  }

  static void later(Handle transaction, Link link, Duration wait) {
    transaction
        .createUpdate(
            """
            update evidence_attachment
            set deaths = 0, next_attempt_at = clock_timestamp() + make_interval(secs =>
              :seconds)
            where attachment_id = :id
            """)
        .bind("seconds", wait.toMillis() / 1000.0)
        .bind("id", link.id())
        .execute();
  }

  /** Locks what is kept until the transaction ends, so that two cannot share the last space. */
  static void lockSpace(Handle transaction) {
    transaction.execute(
        "select pg_advisory_xact_lock(hashtext('attachments of ' || current_schema()))");
  }

  /** Returns how many links are given up because they ended the process. */
  static long deadly(Handle handle) {
    return handle
        .createQuery(
            """
            select count(*)
            from evidence_attachment
            where state = 'failed'
              and deaths > 0
            """)
        .mapTo(Long.class)
        .one();
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
