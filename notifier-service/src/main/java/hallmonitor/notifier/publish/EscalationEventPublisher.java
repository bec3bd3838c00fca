package hallmonitor.notifier.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.notifier.evidence.Evidence;
import hallmonitor.notifier.evidence.EvidenceEntry;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Publishes events of an escalation and keeps them as evidence. */
public final class EscalationEventPublisher {
  private EscalationEventPublisher() {}

  public static void publish(Handle transaction, EscalationEvent event) {
    Outbox.add(transaction, Topic.ESCALATION_EVENTS.topicName(), event.key(), event);
    String kind = kind(event);
    byte[] content = EventJson.write(event);
    byte[] name = kind.getBytes(UTF_8);
    UUID id =
        UUID.nameUUIDFromBytes(
            ByteBuffer.allocate(name.length + content.length).put(name).put(content).array());
    Evidence.add(
        transaction, List.of(new EvidenceEntry(id, event.caseId(), kind, event, event.at())));
  }

  /** Converts {@code NoticeSent} to {@code notice-sent}. */
  private static String kind(EscalationEvent event) {
    return event
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
