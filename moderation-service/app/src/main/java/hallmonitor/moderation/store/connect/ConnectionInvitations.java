package hallmonitor.moderation.store.connect;

import hallmonitor.moderation.store.AuditLog;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The invitations to connect an account. The table is also the queue of their mails. */
public final class ConnectionInvitations {
  /** The most that go out for one connection in a day. */
  public static final int MOST_A_DAY = 5;

  private final Jdbi database;

  public ConnectionInvitations(Jdbi database) {
    this.database = database;
  }

  /**
   * Sends one; the link of an earlier one stops working.
   *
   * @return false if the connection got too many today, or is no longer open
   */
  public boolean send(UUID connection, String name, String email, String language, String by) {
    return database.inTransaction(
        t -> {
          // Serialized, so that parallel requests cannot exceed the limit.
          boolean open =
              t.select(
                      """
                      select 1 from connection where connection_id = ? and ended_at is null
                        and (result is null or result ->> 'type' <> 'CredentialConnected')
                      for update
                      """,
                      connection)
                  .mapTo(int.class)
                  .findOne()
                  .isPresent();
          return open && mayBeSent(t, connection) && send(t, connection, name, email, language, by);
        });
  }

  private static boolean mayBeSent(Handle t, UUID connection) {
    return t.select(
                """
                select count(*) from connection_invitation
                where connection_id = ? and invited_at > clock_timestamp() - interval '1 day'
                """,
                connection)
            .mapTo(int.class)
            .one()
        < MOST_A_DAY;
  }

  private static boolean send(
      Handle t, UUID connection, String name, String email, String language, String by) {
    revoke(t, connection);
    t.execute(
        """
        insert into connection_invitation (invitation_id, connection_id, name, email, language, sent_by, expires_at)
        values (?, ?, ?, ?, ?, ?, clock_timestamp() + make_interval(secs => ?))
        """,
        UUID.randomUUID(),
        connection,
        name,
        email,
        language,
        by,
        ConnectionInvitation.LASTS.toSeconds());
    AuditLog.add(t, by, "connection-link-sent", "connection " + connection, name);
    return true;
  }

  static int revoke(Handle t, UUID connection) {
    return t.execute(
        """
        update connection_invitation set revoked_at = clock_timestamp()
        where connection_id = ? and used_at is null and revoked_at is null
        """,
        connection);
  }

  /** Revokes the link that works, if there is one. */
  public void revoke(UUID connection, String by) {
    database.useTransaction(
        t -> {
          if (revoke(t, connection) > 0) {
            AuditLog.add(t, by, "connection-link-revoked", "connection " + connection, "");
          }
        });
  }

  public Optional<ConnectionInvitation> find(UUID id) {
    return database.withHandle(h -> find(h, id));
  }

  private static Optional<ConnectionInvitation> find(Handle h, UUID id) {
    return h.select("select * from connection_invitation where invitation_id = ?", id)
        .map(ConstructorMapper.of(ConnectionInvitation.class))
        .findOne();
  }

  /** Returns those of a connection, the newest first. */
  public List<ConnectionInvitation> of(UUID connection) {
    return database.withHandle(
        h ->
            h.select(
                    "select * from connection_invitation where connection_id = ? order by invited_at desc",
                    connection)
                .map(ConstructorMapper.of(ConnectionInvitation.class))
                .list());
  }

  /** Notes that the accounts of these connections are connected, which uses up their links. */
  static void used(Handle t, UUID order) {
    t.execute(
        """
        update connection_invitation i set used_at = clock_timestamp()
        from connection c
        where c.order_id = ? and i.connection_id = c.connection_id
          and i.used_at is null and i.revoked_at is null
        """,
        order);
  }

  /** Returns one with a mail to send, and postpones it in case this attempt is lost. */
  public Optional<ConnectionInvitation> take() {
    return database.inTransaction(
        t ->
            t.createQuery(
                    """
                    update connection_invitation set attempts = attempts + 1,
                      next_attempt_at = clock_timestamp()
                        + interval '1 second' * least(600, 10 * power(3, least(attempts, 5)))
                    where invitation_id = (
                      select invitation_id from connection_invitation
                      where mail = 'waiting' and used_at is null and revoked_at is null
                        and next_attempt_at <= clock_timestamp() and expires_at > clock_timestamp()
                      order by next_attempt_at limit 1 for update skip locked)
                    returning invitation_id
                    """)
                .mapTo(UUID.class)
                .findOne()
                .flatMap(id -> find(t, id)));
  }

  /**
   * Records what the mail server said.
   *
   * @param mail {@code sent}, {@code refused}, or {@code waiting} to try again
   * @param trouble a code; empty if it was sent
   */
  public void settle(UUID id, String mail, String trouble) {
    database.useHandle(
        h ->
            h.execute(
                """
                update connection_invitation set mail = ?, trouble = ?,
                  sent_at = case when ? = 'sent' then clock_timestamp() else sent_at end
                where invitation_id = ?
                """,
                mail,
                trouble,
                mail,
                id));
  }
}
