package hallmonitor.moderation.console.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Session.Way;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
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
      select user_name, way, began_at, seen_at, clock_timestamp() as now
      from console_session where id_hash = ?
      """;

  private static final String TOUCH =
      "update console_session set seen_at = clock_timestamp() where id_hash = ?";

  /** A session as a person's own page lists it. */
  public record Listed(String idHash, Instant beganAt, Instant seenAt) {}

  /** A row, and what the time is. */
  public record Row(String userName, String way, Instant beganAt, Instant seenAt, Instant now) {
    private Session session(String idHash) {
      return new Session(idHash, userName, beganAt, Way.of(way));
    }

    private boolean isSeenFor(Duration time) {
      return now.isBefore(seenAt.plus(time));
    }
  }

  /** The most sessions of a person; the one that was not used for longest ends. */
  static final int MOST = 20;

  private static final String END_SURPLUS =
      """
      delete from console_session where id_hash in (
        select id_hash from console_session where user_name = ? and way <> 'half'
        order by seen_at desc offset ?)
      """;

  /** Uses within this time are one write. */
  private static final Duration NOTED_EACH = Duration.ofMinutes(1);

  private final ConsoleDatabase database;
  private final IdleLimit idle;

  StoredSessions(ConsoleDatabase database, IdleLimit idle) {
    this.database = database;
    this.idle = idle;
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
              int begins =
                  h.createUpdate(BEGIN)
                      .bind("id", hash(id))
                      .bind("way", way.code())
                      .bind("name", userName)
                      .bind("hash", passwordHash)
                      .execute();
              h.execute(END_SURPLUS, userName, MOST);
              return begins;
            });
    return begun == 1 ? Optional.of(id) : Optional.empty();
  }

  /**
   * Returns the valid session with this id.
   *
   * @param attended whether a person caused the request; that is recorded at most once a minute
   */
  Optional<Session> find(String id, boolean attended) {
    String hash = hash(id);
    Optional<Row> row = valid(hash);
    if (attended && row.filter(r -> !r.isSeenFor(NOTED_EACH)).isPresent()) {
      database.write(h -> h.execute(TOUCH, hash));
    }
    return row.map(r -> r.session(hash));
  }

  /** Returns whether it is still valid, without recording a use. */
  boolean stands(Session session) {
    return valid(session.id()).isPresent();
  }

  private Optional<Row> valid(String hash) {
    return database
        .read(h -> h.createQuery(FIND).bind(0, hash).map(ConsoleDatabase.rows(Row.class)).findOne())
        .filter(row -> row.session(hash).holds(row.now()) && row.isSeenFor(idle.limit()));
  }

  void end(String id) {
    database.write(h -> h.execute("delete from console_session where id_hash = ?", hash(id)));
  }

  /** Ends all sessions of a person, in the caller's transaction. */
  void endAll(String userName) {
    database.write(h -> h.execute("delete from console_session where user_name = ?", userName));
  }

  /** Ends one of a person's sessions; nothing happens if it has ended or is another person's. */
  void end(String userName, String idHash) {
    database.write(
        h ->
            h.execute(
                "delete from console_session where user_name = ? and id_hash = ?",
                userName,
                idHash));
  }

  /** Ends all other sessions of a person, in the caller's transaction. */
  void endOthers(Session session) {
    database.write(
        h ->
            h.execute(
                "delete from console_session where user_name = ? and id_hash <> ?",
                session.userName(),
                session.id()));
  }

  /** Returns a person's valid sessions, the last used one first. */
  public List<Listed> of(String userName) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select id_hash, began_at, seen_at from console_session
                    where user_name = ? and way <> 'half'
                      and began_at > clock_timestamp() - make_interval(secs => ?)
                      and seen_at > clock_timestamp() - make_interval(secs => ?)
                    order by seen_at desc, id_hash
                    """)
                .bind(0, userName)
                .bind(1, Way.PASSWORD.longest().toSeconds())
                .bind(2, idle.limit().toSeconds())
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
