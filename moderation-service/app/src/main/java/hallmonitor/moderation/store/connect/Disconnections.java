package hallmonitor.moderation.store.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialResult;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.JsonColumn;
import hallmonitor.messaging.Outbox;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** The accounts that people disconnect, each step with its audit row in one transaction. */
public final class Disconnections {
  private static final int SHOWN = 20;

  private final Jdbi database;
  private final Runnable relay;

  /**
   * Creates the table's access.
   *
   * @param relay called after a commit that must be published
   */
  public Disconnections(Jdbi database, Runnable relay) {
    this.database = database;
    this.relay = relay;
  }

  /** Notes what a person asked for; one that waits already stays as it is. */
  public void ask(Account account, String reason, long draft, String by) {
    database.useTransaction(
        t -> {
          int added =
              t.execute(
                  """
                  insert into disconnection (disconnection_id, account, name, platform, address, credential,
                    reason, asked_by, draft)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (account) where done_at is null do nothing
                  """,
                  UUID.randomUUID(),
                  account.id(),
                  account.name(),
                  account.platform(),
                  account.baseUrl().toString(),
                  account.credential(),
                  reason,
                  by,
                  draft);
          if (added == 1) {
            AuditLog.add(t, by, "account-disconnection-asked", "account " + account.id(), reason);
          }
        });
  }

  /** Returns the newest. */
  public List<Disconnection> newest() {
    return database.withHandle(
        h ->
            mapped(
                h.createQuery("select * from disconnection order by asked_at desc limit ?")
                    .bind(0, SHOWN)));
  }

  private static List<Disconnection> mapped(Query query) {
    return query
        .registerColumnMapper(CredentialResult.class, JsonColumn.of(CredentialResult.class))
        .map(ConstructorMapper.of(Disconnection.class))
        .list();
  }

  /** Orders the removal of credentials of accounts that the district no longer has. */
  public void carryOut(District district, Instant now) {
    boolean ordered =
        database.inTransaction(
            t -> {
              List<Disconnection> gone =
                  mapped(
                          t.createQuery(
                              """
                              select * from disconnection where done_at is null
                              order by asked_at for update skip locked
                              """))
                      .stream()
                      .filter(one -> district.account(one.account()).isEmpty())
                      .toList();
              gone.forEach(one -> carryOut(t, one, district, now));
              return !gone.isEmpty();
            });
    if (ordered) {
      relay.run();
    }
  }

  private static void carryOut(Handle t, Disconnection one, District district, Instant now) {
    boolean shared =
        district.accounts().stream().anyMatch(a -> a.credential().equals(one.credential()));
    UUID order = shared ? null : UUID.randomUUID();
    t.execute(
        "update disconnection set done_at = clock_timestamp(), order_id = ? where disconnection_id = ?",
        order,
        one.disconnectionId());
    AuditLog.add(
        t, one.askedBy(), "account-disconnected", "account " + one.account(), one.reason());
    if (order != null) {
      CredentialOrder removal = new CredentialOrder.Remove(order, one.place(), one.askedBy(), now);
      Outbox.add(t, Topic.CREDENTIAL_ORDERS.topicName(), removal.key(), removal);
    }
  }

  /** Notes results of such orders. */
  public static void take(Handle t, List<CredentialResult> results) {
    for (CredentialResult result : results) {
      t.execute(
          "update disconnection set result = ?::jsonb where order_id = ?",
          new String(EventJson.write(result), UTF_8),
          result.orderId());
    }
  }
}
