package hallmonitor.notifier.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The tables of what links were used for, and in which browsers. They hold hashes only. */
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

  private LinkUses() {}

  /** Notes that a link was used in a browser; a mail is due if it is not the first one. */
  public static void note(
      Handle transaction,
      String token,
      String browser,
      UUID conversation,
      String person,
      Instant now) {
    transaction
        .createUpdate(
            """
            insert into link_use (link, browser, conversation_id, person, used_at, tell_at)
            values (:link, :browser, :of, :person, :now,
              case when exists (select from link_use where link = :link) then :now::timestamptz end)
            on conflict do nothing
            """)
        .bind("link", hash(token))
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

  public static void noteClosing(Handle transaction, String token, UUID caseId, Instant now) {
    transaction
        .createUpdate(
            """
            insert into link_closing (link, case_id, closed_at) values (:link, :case, :now)
            on conflict do nothing
            """)
        .bind("link", hash(token))
        .bind("case", caseId)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
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
