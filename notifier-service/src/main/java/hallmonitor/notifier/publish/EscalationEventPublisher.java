package hallmonitor.notifier.publish;

import hallmonitor.contract.event.EscalationEvent;
import org.jdbi.v3.core.Handle;

/** Publishes a single event of an escalation and keeps it as evidence. */
public final class EscalationEventPublisher {
  private EscalationEventPublisher() {}

  public static void publish(Handle transaction, EscalationEvent event) {
    new EventBatch().add(event).write(transaction);
  }
}
