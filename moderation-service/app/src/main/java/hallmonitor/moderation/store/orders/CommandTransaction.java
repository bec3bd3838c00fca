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

/** Records of appeals, blocks and replies: history, ledger, orders, and audit. */
public final class CommandTransaction {
  private final Jdbi database;
  private final Runnable relay;

  /**
   * Creates the service.
   *
   * @param relay called after a commit that must be published
   */
  public CommandTransaction(Jdbi database, Runnable relay) {
    this.database = database;
    this.relay = relay;
  }

  /** Runs one transaction and then publishes its orders immediately. */
  public <T> T in(HandleCallback<T, SQLException> work) {
    try {
      T result = database.inTransaction(work);
      relay.run();
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException("this is not written", e);
    }
  }

  /** Runs one transaction that orders nothing. */
  public <T> T quietly(HandleCallback<T, RuntimeException> work) {
    return database.inTransaction(work);
  }

  /** Does the same as {@link #in} without a result. */
  public void run(Consumer<Handle> work) {
    in(
        t -> {
          work.accept(t);
          return true;
        });
  }

  /** Adds an entry to a case's history, which goes to the ledger if evidence is kept. */
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

  /** Returns the time by the database's clock, which all due times use. */
  public static Instant now(Handle transaction) {
    return transaction.select("select clock_timestamp()").mapTo(Instant.class).one();
  }
}
