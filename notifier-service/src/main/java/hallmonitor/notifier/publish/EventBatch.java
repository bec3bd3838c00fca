package hallmonitor.notifier.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.messaging.TraceHeaders;
import hallmonitor.notifier.evidence.Evidence;
import hallmonitor.notifier.evidence.EvidenceEntry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Events of escalations that are written together: one statement publishes them, another keeps them
 * as evidence. For one thread.
 */
public final class EventBatch {
  private final List<Outbox.Entry> published = new ArrayList<>();
  private final List<EvidenceEntry> kept = new ArrayList<>();

  /** Adds an event under the current trace. */
  public EventBatch add(EscalationEvent event) {
    published.add(
        new Outbox.Entry(
            Topic.ESCALATION_EVENTS.topicName(), event.key(), event, TraceHeaders.current()));
    String kind = kind(event);
    byte[] content = EventJson.write(event);
    byte[] name = kind.getBytes(UTF_8);
    UUID id =
        UUID.nameUUIDFromBytes(
            ByteBuffer.allocate(name.length + content.length).put(name).put(content).array());
    kept.add(new EvidenceEntry(id, event.caseId(), kind, event, event.at()));
    return this;
  }

  /** Writes in the order in which the events were added, and is empty afterwards. */
  public void write(Handle transaction) {
    Outbox.addAll(transaction, published);
    Evidence.add(transaction, kept);
    published.clear();
    kept.clear();
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
