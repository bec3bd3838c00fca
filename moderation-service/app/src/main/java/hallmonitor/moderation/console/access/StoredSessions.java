package hallmonitor.moderation.console.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Session.Way;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sessions as rows, so that ending one ends it. The id in a browser's cookie is random, with 256
 * bits; the database has its hash.
 */
@ApplicationScoped
public class StoredSessions {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 32;

  /** Longer than any session is valid. */
  private static final String FORGET =
      "delete from console_session where began_at < clock_timestamp() - interval '1 day'";

  /**
   * The row of the person is locked until the session is stored, so that a change of the password
   * at the same moment either refuses the session or ends it.
   */
  private static final String BEGIN =
      """
      insert into console_session (id_hash, user_name, way)
      select :id, user_name, :way from console_user
      where user_name = :name and locked_until is distinct from 'infinity'
        and (:hash::text is null or password_hash = :hash)
      for share
      """;

  private static final String FIND =
      """
      select user_name, way, began_at, clock_timestamp() as now,
        seen_at < clock_timestamp() - interval '1 minute' as due
      from console_session where id_hash = ?
      """;

  private static final String TOUCH =
      "update console_session set seen_at = clock_timestamp() where id_hash = ?";

  /** A session as a person's own page lists it. */
  public record Listed(String idHash, Instant beganAt, Instant seenAt) {}

  /** A row. */
  public record Row(String userName, String way, Instant beganAt, Instant now, boolean due) {}

  private final ConsoleDatabase database;

  StoredSessions(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Begins a session.
   *
   * @param passwordHash what the password was compared with; null for none
   * @return the id for the cookie; empty if the access was removed or the password changed
   *     meanwhile
   */
  Optional<String> begin(String userName, Way way, @Nullable String passwordHash) {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    int begun =
        database.write(
            h -> {
              h.execute(FORGET);
              return h.createUpdate(BEGIN)
                  .bind("id", hash(id))
                  .bind("way", way.code())
                  .bind("name", userName)
                  .bind("hash", passwordHash)
                  .execute();
            });
    return begun == 1 ? Optional.of(id) : Optional.empty();
  }

  /** Returns the valid session with this id, and records at most once a minute that it was used. */
  Optional<Session> find(String id) {
    String hash = hash(id);
    Optional<Row> row =
        database.read(
            h -> h.createQuery(FIND).bind(0, hash).map(ConsoleDatabase.rows(Row.class)).findOne());
    Optional<Session> session =
        row.map(r -> new Session(hash, r.userName(), r.beganAt(), Way.of(r.way())))
            .filter(s -> s.holds(row.get().now()));
    if (session.isPresent() && row.get().due()) {
      database.write(h -> h.execute(TOUCH, hash));
    }
    return session;
  }

  /** Returns whether it is still valid, without recording a use. */
  boolean stands(Session session) {
    return database
        .read(
            h ->
                h.createQuery("select clock_timestamp() from console_session where id_hash = ?")
                    .bind(0, session.id())
                    .mapTo(Instant.class)
                    .findOne())
        .filter(session::holds)
        .isPresent();
  }

  void end(String id) {
    database.write(h -> h.execute("delete from console_session where id_hash = ?", hash(id)));
  }

  /** Ends all sessions of a person, in the caller's transaction. */
  void endAll(String userName) {
    database.write(h -> h.execute("delete from console_session where user_name = ?", userName));
  }

  /** Returns a person's valid sessions, the last used one first. */
  List<Listed> of(String userName) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select id_hash, began_at, seen_at from console_session
                    where user_name = ? and way <> 'half'
                      and began_at > clock_timestamp() - make_interval(secs => ?)
                    order by seen_at desc, id_hash
                    """)
                .bind(0, userName)
                .bind(1, Way.PASSWORD.longest().toSeconds())
                .map(ConsoleDatabase.rows(Listed.class))
                .list());
  }

  private static String hash(String id) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
