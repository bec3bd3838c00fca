package hallmonitor.notifier.intake;

import hallmonitor.notifier.clock.EscalationService;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.queue.EscalationRecord;
import io.opentelemetry.context.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Adopts escalations from versions without the clock. Those with an unsent notice, or from the last
 * week, get a conversation, so that they can be answered.
 */
public final class EarlierEscalations {
  private static final System.Logger LOG = System.getLogger(EarlierEscalations.class.getName());

  private final Jdbi database;
  private final EscalationService steps;
  private final InstantSource clock;

  public EarlierEscalations(Jdbi database, EscalationService steps, InstantSource clock) {
    this.database = database;
    this.steps = steps;
    this.clock = clock;
  }

  /**
   * Adopts each in its own transaction; instances that start in parallel take different ones. One
   * that fails is logged and skipped, because it must not prevent the start.
   */
  public void adopt() {
    int taken = 0;
    for (UUID id : database.withHandle(EarlierEscalations::waiting)) {
      try {
        taken += database.inTransaction(transaction -> adopt(transaction, id)) ? 1 : 0;
      } catch (RuntimeException e) {
        LOG.log(
            System.Logger.Level.ERROR,
            "an escalation from before the clock cannot be taken up: escalation={0} ({1}); answer"
                + " it in the console",
            id,
            e.getClass().getSimpleName());
      }
    }
    if (taken > 0) {
      LOG.log(
          System.Logger.Level.INFO,
          "escalations from before the clock were taken up: {0}",
          String.valueOf(taken));
    }
  }

  private static List<UUID> waiting(Handle handle) {
    return handle
        .createQuery(
            """
            select escalation_id
            from escalation e
            where conversation_id is null
              and (received_at > now() - interval '7 days' or exists (
                select 1
                from notice n
                where n.escalation_id = e.escalation_id
                  and n.state = 'queued') )
            order by received_at
            """)
        .mapTo(UUID.class)
        .list();
  }

  private boolean adopt(Handle transaction, UUID id) {
    Optional<Escalation> next =
        transaction
            .createQuery(
                """
                select event
                from escalation
                where escalation_id = :id
                  and conversation_id is null
                for update skip locked
                """)
            .bind("id", id)
            .map(EscalationRecord.COLUMN)
            .findOne();
    next.ifPresent(
        escalation -> {
          EscalationService.Raised raised =
              new EscalationService.Raised(escalation, Context.current());
          steps.take(transaction, List.of(raised), clock.instant());
          // Replaced by what the conversation queues.
          transaction
              .createUpdate(
                  """
                  update notice
                  set state = 'withdrawn', done_at = clock_timestamp()
                  where notice_id in (
                    select notice_id
                    from notice
                    where escalation_id = :id
                      and conversation_id is null
                      and state = 'queued'
                    for update skip locked)
                  """)
              .bind("id", id)
              .execute();
        });
    return next.isPresent();
  }
}
