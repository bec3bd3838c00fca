package hallmonitor.ingest.action;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionOrdered.Urgency;
import hallmonitor.messaging.JsonColumn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * One account's waiting orders. The most urgent goes first; among equally urgent ones, the oldest.
 * A comment's orders run one at a time in the order of their arrival, so that a restore never
 * overtakes the hide that it undoes.
 */
final class ActionQueue {
  private final Jdbi database;
  private final String account;

  ActionQueue(Jdbi database, String account) {
    this.database = database;
    this.account = account;
  }

  /** Returns the number that the table stores for an urgency; the lowest goes first. */
  static int rank(Urgency urgency) {
    return switch (urgency) {
      case DANGER -> 0;
      case PERSON -> 1;
      case ROUTINE -> 2;
    };
  }

  /**
   * Marks interrupted orders as doubtful, because they may or may not have happened: those of an
   * earlier run, and those of a claim that committed without this run knowing.
   *
   * @param inHand ids of orders that are being carried out now
   */
  void doubtLeftovers(Set<UUID> inHand) {
    database.useHandle(
        h ->
            h.createUpdate(
                    """
                    update action
                    set state = 'pending', doubtful = true
                    where account = :account
                      and state = 'attempting'
                      and action_id <> all(:inHand)
                    """)
                .bind("account", account)
                .bindArray("inHand", UUID.class, inHand.toArray())
                .execute());
  }

  /**
   * Claims the next due orders.
   *
   * @param most the most to claim
   * @param least claims nothing less urgent
   */
  List<PendingAction> claim(int most, Urgency least) {
    return database.inTransaction(
        h ->
            h.createQuery(
                    """
                    with due as (
                      select action_id from action a
                      where account = :account and state = 'pending' and next_attempt_at <= now()
                        and urgency <= :least
                        and not exists (
                          select 1 from action e
                          where e.account = a.account and e.comment_id = a.comment_id
                            and e.state <> 'done' and e.sequence < a.sequence)
                      order by urgency, sequence limit :most for update),
                    claimed as (
                      update action a set state = 'attempting' from due
                      where a.action_id = due.action_id
                      returning a.urgency, a.sequence, a.ordered, a.doubtful, a.failures, a.trouble,
                        a.traceparent)
                    select ordered as "order", doubtful, failures, trouble, traceparent
                    from claimed
                    order by urgency, sequence
                    """)
                .bind("account", account)
                .bind("most", most)
                .bind("least", rank(least))
                .registerColumnMapper(ActionOrdered.class, JsonColumn.of(ActionOrdered.class))
                .map(ConstructorMapper.of(PendingAction.class))
                .list());
  }

  /**
   * Returns the time until the next order is due; empty if none waits.
   *
   * @param least among orders that are at least this urgent
   */
  Optional<Duration> untilDue(Urgency least) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select greatest(0, extract(epoch from min(next_attempt_at) - now()) * 1000)::bigint
                    from action
                    where account = :account
                      and state = 'pending'
                      and urgency <= :least
                    having count(*) > 0
                    """)
                .bind("account", account)
                .bind("least", rank(least))
                .mapTo(Long.class)
                .findFirst()
                .map(Duration::ofMillis));
  }
}
