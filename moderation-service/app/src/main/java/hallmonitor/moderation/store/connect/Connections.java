package hallmonitor.moderation.store.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialReception;
import hallmonitor.contract.event.CredentialResult;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.JsonColumn;
import hallmonitor.messaging.Outbox;
import hallmonitor.moderation.store.AuditLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** The connections under way, each change with its audit row and its event in one transaction. */
public final class Connections {
  /** Who ordered what came through an invitation, where the console has no user. */
  public static final String INVITATION = "invitation";

  private static final int SHOWN = 200;

  private final Jdbi database;
  private final Runnable relay;

  /**
   * Creates the table's access.
   *
   * @param relay called after a commit that must be published
   */
  public Connections(Jdbi database, Runnable relay) {
    this.database = database;
    this.relay = relay;
  }

  /** Begins one; the same id twice is one connection. */
  public void begin(AccountConnection one) {
    database.useTransaction(t -> begin(t, one));
  }

  /** Begins all, or none. */
  public void beginAll(List<AccountConnection> all) {
    database.useTransaction(t -> all.forEach(one -> begin(t, one)));
  }

  private static void begin(Handle t, AccountConnection one) {
    int added =
        t.execute(
            """
            insert into connection (connection_id, account, name, platform, address, credential, building,
              kind, administrator, renewal, begun_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (connection_id) do nothing
            """,
            one.connectionId(),
            one.account(),
            one.name(),
            one.platform(),
            one.address(),
            one.credential(),
            one.building(),
            one.kind(),
            one.administrator(),
            one.renewal(),
            one.begunBy());
    if (added == 1) {
      String act = one.renewal() ? "account-renewal-begun" : "account-connection-begun";
      AuditLog.add(t, one.begunBy(), act, "account " + one.account(), one.address());
    }
  }

  public Optional<AccountConnection> find(UUID id) {
    return database.withHandle(
        h ->
            mapped(h.createQuery("select * from connection where connection_id = ?").bind(0, id))
                .stream()
                .findFirst());
  }

  /** Returns those that nobody ended, the newest first. */
  public List<AccountConnection> underWay() {
    return database.withHandle(
        h ->
            mapped(
                h.createQuery(
                        """
                        select * from connection where ended_at is null
                        order by begun_at desc, connection_id limit ?
                        """)
                    .bind(0, SHOWN)));
  }

  /** Returns the connections with accounts that a draft of district.yaml adds, the oldest first. */
  public List<AccountConnection> filedIn(long draft) {
    return database.withHandle(
        h ->
            mapped(
                h.createQuery("select * from connection where filed_in = ? order by begun_at")
                    .bind(0, draft)));
  }

  /** Returns, by account, the latest connection with a credential that was not removed since. */
  public Map<String, AccountConnection> latest() {
    return database
        .withHandle(
            h ->
                mapped(
                    h.createQuery(
                        """
                        select distinct on (c.account) c.* from connection c
                        where c.result ->> 'type' = 'CredentialConnected'
                          and (c.renewal or c.ended_at is null)
                          and not exists (
                            select 1 from disconnection d
                            where d.account = c.account and d.done_at > c.ordered_at)
                        order by c.account, c.ordered_at desc
                        """)))
        .stream()
        .collect(Collectors.toMap(AccountConnection::account, one -> one));
  }

  private static List<AccountConnection> mapped(Query query) {
    return query
        .registerColumnMapper(CredentialResult.class, JsonColumn.of(CredentialResult.class))
        .map(ConstructorMapper.of(AccountConnection.class))
        .list();
  }

  /**
   * Sends an order to store what was handed over.
   *
   * @return false if the connection is no longer open, so that nothing was sent
   */
  public boolean order(UUID connection, CredentialOrder.Store order) {
    boolean sent = database.inTransaction(t -> order(t, connection, order));
    relay.run();
    return sent;
  }

  private static boolean order(Handle t, UUID connection, CredentialOrder.Store order) {
    int changed =
        t.execute(
            """
            update connection set order_id = ?, ordered_by = ?, ordered_at = clock_timestamp(), result = null
            where connection_id = ? and ended_at is null
              and (result is null or result ->> 'type' <> 'CredentialConnected')
            """,
            order.orderId(),
            order.by(),
            connection);
    if (changed == 1) {
      AuditLog.add(t, order.by(), "credential-handed-over", "account " + order.key(), "");
      Outbox.add(t, Topic.CREDENTIAL_ORDERS.topicName(), order.key(), order);
    }
    return changed == 1;
  }

  /** Notes the draft of district.yaml that has the account now. */
  public void filed(UUID connection, long draft) {
    database.useHandle(
        h ->
            h.execute(
                "update connection set filed_in = ? where connection_id = ?", draft, connection));
  }

  /**
   * Ends one, so that it is no longer listed and its links open nothing.
   *
   * @param unused whether a credential that was stored for it is not needed
   */
  public void end(AccountConnection one, boolean unused, String by) {
    database.useTransaction(
        t -> {
          int ended =
              t.execute(
                  """
                  update connection set ended_at = clock_timestamp()
                  where connection_id = ? and ended_at is null
                  """,
                  one.connectionId());
          if (ended == 1) {
            ConnectionInvitations.revoke(t, one.connectionId());
            AuditLog.add(t, by, "account-connection-ended", "account " + one.account(), "");
            if (unused && one.isConnected()) {
              CredentialOrder removal =
                  new CredentialOrder.Remove(UUID.randomUUID(), one.place(), by, Instant.now());
              Outbox.add(t, Topic.CREDENTIAL_ORDERS.topicName(), removal.key(), removal);
            }
          }
        });
    relay.run();
  }

  /** Notes results; one of an order that is not the newest of its connection is passed over. */
  public static void take(Handle t, List<CredentialResult> results) {
    for (CredentialResult result : results) {
      t.execute(
          "update connection set result = ?::jsonb where order_id = ?",
          new String(EventJson.write(result), UTF_8),
          result.orderId());
      if (result instanceof CredentialResult.Connected) {
        ConnectionInvitations.used(t, result.orderId());
        removeIfEnded(t, result.orderId());
      }
    }
  }

  /** Removes the credential of a new account if its connection ended while it was on its way. */
  private static void removeIfEnded(Handle t, UUID order) {
    mapped(
            t.createQuery(
                    """
                    select * from connection where order_id = ? and ended_at is not null and not renewal
                    """)
                .bind(0, order))
        .forEach(
            ended -> {
              CredentialOrder removal =
                  new CredentialOrder.Remove(
                      UUID.randomUUID(), ended.place(), ended.begunBy(), Instant.now());
              Outbox.add(t, Topic.CREDENTIAL_ORDERS.topicName(), removal.key(), removal);
            });
  }

  /** Notes how the ingest service takes credentials. */
  public static void receive(Handle t, List<CredentialReception> receptions) {
    for (CredentialReception one : receptions) {
      t.execute(
          """
          insert into credential_reception as old (reception, at) values (?::jsonb, ?)
          on conflict (one) do update set reception = excluded.reception, at = excluded.at
          where old.at <= excluded.at
          """,
          new String(EventJson.write(one), UTF_8),
          one.at());
    }
  }

  /** Returns how the ingest service takes credentials; empty if it never said. */
  public Optional<CredentialReception> reception() {
    return database.withHandle(
        h ->
            h.select("select reception from credential_reception")
                .map(JsonColumn.of(CredentialReception.class))
                .findOne());
  }
}
