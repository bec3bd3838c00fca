package hallmonitor.ingest.action;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionOrdered.Urgency;
import hallmonitor.ingest.account.Tenure;
import hallmonitor.messaging.JsonColumn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
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
  private final Tenure tenure;

  ActionQueue(Jdbi database, String account, Tenure tenure) {
    this.database = database;
    this.account = account;
    this.tenure = tenure;
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
   * Marks orders as doubtful that were interrupted, because they may or may not have happened: by
   * an earlier owner, or by a claim that this one never saw committed. What an owner had in hand
   * that fell silent may still be under way, and is left alone until it cannot be.
   *
   * @param inHand ids of orders that are being carried out now
   */
  void doubtLeftovers(Set<UUID> inHand) {
    if (noneAttemptedBut(inHand)) {
      return;
    }
    asOwner(
        t ->
            t.createUpdate(
                    """
                    update action a
                    set state = 'pending', doubtful = true
                    from account_owner o
                    where a.account = :account
                      and a.state = 'attempting'
                      and a.action_id <> all(:inHand)
                      and o.unit = :unit
                      and (a.token = :token or o.quiet_until <= now())
                    """)
                .bind("account", account)
                .bind("unit", tenure.unit())
                .bind("token", tenure.token())
                .bindArray("inHand", UUID.class, inHand.toArray())
                .execute());
  }

  private boolean noneAttemptedBut(Set<UUID> inHand) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select not exists (
                      select 1 from action
                      where account = :account
                        and state = 'attempting'
                        and action_id <> all(:inHand))
                    """)
                .bind("account", account)
                .bindArray("inHand", UUID.class, inHand.toArray())
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Does something in a transaction in which this is the owner; nothing if it no longer is. Not for
   * what finds nothing most of the time: the lock is written to the disk.
   */
  private <T> Optional<T> asOwner(Function<Handle, T> work) {
    return database.inTransaction(
        t -> tenure.holdsIn(t) ? Optional.of(work.apply(t)) : Optional.empty());
  }

  /**
   * Claims the next due orders; none if this is no longer the owner.
   *
   * @param most the most to claim
   * @param least claims nothing less urgent
   */
  List<PendingAction> claim(int most, Urgency least) {
    if (untilDue(least).filter(Duration::isZero).isEmpty()) {
      return List.of();
    }
    return asOwner(
            t ->
                t.createQuery(
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
                      update action a set state = 'attempting', token = :token from due
                      where a.action_id = due.action_id
                      returning a.urgency, a.sequence, a.ordered, a.doubtful, a.failures, a.trouble,
                        a.traceparent, a.token)
                    select ordered as "order", doubtful, failures, trouble, traceparent, token
                    from claimed
                    order by urgency, sequence
                    """)
                    .bind("account", account)
                    .bind("token", tenure.token())
                    .bind("most", most)
                    .bind("least", rank(least))
                    .registerColumnMapper(ActionOrdered.class, JsonColumn.of(ActionOrdered.class))
                    .map(ConstructorMapper.of(PendingAction.class))
                    .list())
        .orElse(List.of());
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
