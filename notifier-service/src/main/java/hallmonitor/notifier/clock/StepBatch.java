package hallmonitor.notifier.clock;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.publish.EventBatch;
import hallmonitor.notifier.queue.ConversationMembers;
import hallmonitor.notifier.queue.ConversationMembers.Member;
import hallmonitor.notifier.queue.NoticeQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * The steps that one transaction takes, of one escalation or of many. What they change is gathered,
 * so that each table gets one statement for all of them; {@link #written} writes it. For one
 * thread.
 */
final class StepBatch {
  private final Handle transaction;
  private final Instant now;
  private final Map<UUID, Conversations.Opened> opened = new LinkedHashMap<>();
  private final Map<UUID, Conversation> changed = new LinkedHashMap<>();
  private final List<Conversations.Joining> joining = new ArrayList<>();
  private final List<NoticeQueue.Asked> notices = new ArrayList<>();
  private final EventBatch events = new EventBatch();
  private final List<Consumer<Handle>> rest = new ArrayList<>();
  private final Map<UUID, List<Member>> members = new HashMap<>();

  StepBatch(Handle transaction, Instant now) {
    this.transaction = transaction;
    this.now = now;
  }

  Instant now() {
    return now;
  }

  void open(Conversation conversation, ConversationMatch likeness) {
    opened.put(conversation.id(), new Conversations.Opened(conversation, likeness));
    members.put(conversation.id(), new ArrayList<>());
  }

  void save(Conversation after) {
    Conversations.Opened first = opened.get(after.id());
    if (first == null) {
      changed.put(after.id(), after);
    } else {
      opened.put(after.id(), new Conversations.Opened(after, first.likeness()));
    }
  }

  void join(Escalation escalation, UUID to) {
    members(to).add(new Member(escalation.id(), escalation.caseId()));
    joining.add(new Conversations.Joining(escalation.id(), to));
  }

  void tell(NoticeQueue.Asked notice) {
    notices.add(notice);
  }

  void publish(EscalationEvent event) {
    events.add(event);
  }

  /** Publishes an event for each escalation of a conversation. */
  void publish(UUID conversation, BiFunction<UUID, UUID, EscalationEvent> event) {
    members(conversation).forEach(m -> publish(event.apply(m.escalationId(), m.caseId())));
  }

  /** Adds statements that need the rows of all that was added before. */
  void then(Consumer<Handle> statements) {
    rest.add(statements);
  }

  /** Reads the members of these conversations at once, rather than each when it is needed. */
  void readMembers(Collection<UUID> conversations) {
    members.putAll(ConversationMembers.ofAll(transaction, conversations));
  }

  /** Returns a conversation's escalations that were not closed separately, oldest first. */
  List<Member> members(UUID conversation) {
    return members.computeIfAbsent(
        conversation, id -> new ArrayList<>(ConversationMembers.of(transaction, id)));
  }

  /** Writes everything that was added, and returns the transaction for what cannot be gathered. */
  Handle written() {
    Conversations.insert(transaction, opened.values());
    Conversations.join(transaction, joining, now);
    Conversations.save(transaction, changed.values());
    NoticeQueue.add(transaction, notices);
    events.write(transaction);
    opened.clear();
    joining.clear();
    changed.clear();
    notices.clear();
    List<Consumer<Handle>> last = List.copyOf(rest);
    rest.clear();
    last.forEach(statements -> statements.accept(transaction));
    return transaction;
  }
}
