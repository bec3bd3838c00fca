package hallmonitor.notifier.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * The tables of what links were used for, and in which browsers. They hold hashes only: of the
 * token as it was made, the only spelling of it that opens anything.
 */
public final class LinkUses {
  /**
   * A link that was used in another browser than the first.
   *
   * @param person id in district.yaml of the person the link was sent to
   * @param caseId the case of the conversation's first escalation
   * @param building of the conversation
   */
  public record OtherBrowser(
      byte[] link, byte[] browser, String person, UUID caseId, String building, Instant usedAt) {}

  private static final int MOST_OF_A_LINK = 20;
  private static final Duration ONE_MAIL_IN = Duration.ofHours(24);

  private LinkUses() {}

  /**
   * Notes that a link was used in a browser; a mail is due if it is not the first one. Whatever
   * sends no cookie is a new browser each time, so a link has one mail in 24 hours and a number of
   * rows at most.
   *
   * @param valid how long a link can be used; older rows are deleted
   */
  public static void note(
      Handle transaction,
      String token,
      String browser,
      UUID conversation,
      String person,
      Duration valid,
      Instant now) {
    byte[] link = hash(token);
    // One after the other: two first browsers at a time, or two mails, would be one too many.
    OrderedLocks.take(transaction, Stream.of("link " + HexFormat.of().formatHex(link)));
    transaction
        .createUpdate("delete from link_use where used_at < :over and tell_at is null")
        .bind("over", now.minus(valid).atOffset(ZoneOffset.UTC))
        .execute();
    transaction
        .createUpdate(
            """
            insert into link_use (link, browser, conversation_id, person, used_at, tells, tell_at)
            select :link, :browser, :of, :person, :now, tells, case when tells then :now::timestamptz end
            from (
              select count(*) as browsers,
                count(*) > 0 and count(*) filter (where tells and used_at > :yesterday) = 0 as tells
              from link_use where link = :link) so_far
            where browsers < :most
            on conflict do nothing
            """)
        .bind("link", link)
        .bind("yesterday", now.minus(ONE_MAIL_IN).atOffset(ZoneOffset.UTC))
        .bind("most", MOST_OF_A_LINK)
        .bind("browser", hash(browser))
        .bind("of", conversation)
        .bind("person", person)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  public static boolean hasClosed(Handle handle, String token, UUID caseId) {
    return handle
        .createQuery(
            """
            select exists (select from link_closing where link = :link and case_id = :case)
            """)
        .bind("link", hash(token))
        .bind("case", caseId)
        .mapTo(boolean.class)
        .one();
  }

  /**
   * Notes that a link closes a comment.
   *
   * @return false if it has closed the comment before; waits for another transaction that does
   */
  public static boolean noteClosing(Handle transaction, String token, UUID caseId, Instant now) {
    return transaction
            .createUpdate(
                """
                insert into link_closing (link, case_id, closed_at) values (:link, :case, :now)
                on conflict do nothing
                """)
            .bind("link", hash(token))
            .bind("case", caseId)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  /** Locks a use that its person must be told of; empty if none is due. */
  public static Optional<OtherBrowser> claim(Handle transaction, Instant now) {
    return transaction
        .createQuery(
            """
            select u.link, u.browser, u.person, c.case_id, c.building, u.used_at
            from link_use u
            join conversation c using (conversation_id)
            where u.tell_at <= :now
            order by u.tell_at limit 1
            for update of u skip locked
            """)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .map(ConstructorMapper.of(OtherBrowser.class))
        .findOne();
  }

  public static void told(Handle transaction, OtherBrowser use) {
    update(transaction, use, null);
  }

  public static void tellLater(Handle transaction, OtherBrowser use, Instant then) {
    update(transaction, use, then);
  }

  private static void update(Handle transaction, OtherBrowser use, @Nullable Instant then) {
    transaction
        .createUpdate(
            "update link_use set tell_at = :then where link = :link and browser = :browser")
        .bindByType(
            "then", then == null ? null : then.atOffset(ZoneOffset.UTC), OffsetDateTime.class)
        .bind("link", use.link())
        .bind("browser", use.browser())
        .execute();
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
