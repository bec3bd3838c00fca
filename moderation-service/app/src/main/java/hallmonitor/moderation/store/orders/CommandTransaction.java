package hallmonitor.moderation.store.orders;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.messaging.TraceHeaders;
import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.store.cases.CaseHistory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** What appeals, blocks and replies leave behind: history, ledger, orders, and who did it. */
public final class CommandTransaction {
  private final Jdbi database;
  private final Runnable relay;

  /**
   * @param relay told that something was committed that must be published
   */
  public CommandTransaction(Jdbi database, Runnable relay) {
    this.database = database;
    this.relay = relay;
  }

  /** One transaction; afterwards what it ordered is published at once. */
  public <T> T in(HandleCallback<T, SQLException> work) {
    try {
      T result = database.inTransaction(work);
      relay.run();
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException("this is not written", e);
    }
  }

  /** One transaction that orders nothing. */
  public <T> T quietly(HandleCallback<T, RuntimeException> work) {
    return database.inTransaction(work);
  }

  /** As {@link #in}, where there is nothing to give back. */
  public void run(Consumer<Handle> work) {
    in(
        t -> {
          work.accept(t);
          return true;
        });
  }

  /** An entry of a case's history; it goes to the ledger where evidence is kept. */
  public static void note(
      Handle transaction, UUID caseId, String actor, String kind, String detail, String dedupe)
      throws SQLException {
    Event event = new Event(actor, kind, detail, dedupe);
    new CaseHistory(transaction)
        .add(List.of(new CaseHistory.Addition(caseId, List.of(event), Optional.empty(), false)));
  }

  public static void publish(Handle transaction, ActionOrdered order) {
    Outbox.addAll(
        transaction,
        List.of(
            new Outbox.Entry(
                Topic.ACTIONS.topicName(), order.comment().key(), order, TraceHeaders.current())));
  }

  /** By the database's clock, which all that is due compares with. */
  public static Instant now(Handle transaction) {
    return transaction.select("select clock_timestamp()").mapTo(Instant.class).one();
  }
}
