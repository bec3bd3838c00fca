package hallmonitor.notifier.clock;

import hallmonitor.notifier.escalation.AwaitingAnswer;
import hallmonitor.notifier.escalation.Closed;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.EscalationState;
import hallmonitor.notifier.escalation.ListedInDigest;
import hallmonitor.notifier.queue.CommentDecisions;
import hallmonitor.settings.escalation.EscalationCategory;
import io.opentelemetry.context.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The conversations that a batch of escalations may join: those of their cases, and unanswered ones
 * of other cases that escalation.yaml combines with them, among them those that the batch itself
 * opens. All are locked until the transaction ends, and so is the opening of others of their kinds.
 */
final class OpenConversations {
  /** An escalation, what it is compared by, the rules of its category, and its trace. */
  record Arrival(
      Escalation escalation, ConversationMatch likeness, EscalationCategory rules, Context trace) {}

  private final List<Arrival> arrivals;
  private final Map<UUID, Conversation> current = new HashMap<>();
  private final Map<UUID, UUID> byCase;
  private final Map<UUID, UUID> alike;

  /** What opened a conversation in this batch, the newest first. */
  private final Deque<Arrival> opened = new ArrayDeque<>();

  private OpenConversations(List<Arrival> arrivals, Map<UUID, UUID> byCase, Map<UUID, UUID> alike) {
    this.arrivals = arrivals;
    this.byCase = byCase;
    this.alike = alike;
  }

  /** Finds and locks them, and reads their members into the batch. */
  static OpenConversations lock(Handle transaction, StepBatch steps, List<Arrival> arrivals) {
    List<UUID> cases = arrivals.stream().map(a -> a.escalation().caseId()).distinct().toList();
    CommentDecisions.lock(transaction, cases);
    ConversationMatch.lock(transaction, arrivals);
    OpenConversations found =
        new OpenConversations(
            arrivals,
            Conversations.ofCases(transaction, cases),
            ConversationMatch.open(transaction, arrivals, steps.now()));
    Set<UUID> all = new HashSet<>(found.byCase.values());
    all.addAll(found.alike.values());
    found.current.putAll(Conversations.lockAll(transaction, all));
    steps.readMembers(all);
    // One of them may have been closed apart before its conversation was locked.
    found
        .byCase
        .entrySet()
        .removeIf(e -> steps.members(e.getValue()).stream().noneMatch(m -> m.isOf(e.getKey())));
    return found;
  }

  List<Arrival> arrivals() {
    return arrivals;
  }

  /** Returns the conversation that an escalation joins; empty if it opens one. */
  Optional<Conversation> of(Arrival arrival) {
    Escalation escalation = arrival.escalation();
    return Optional.ofNullable(byCase.get(escalation.caseId()))
        .map(current::get)
        .filter(c -> !(c.state() instanceof Closed))
        .or(() -> openedAlike(arrival))
        .or(
            () ->
                Optional.ofNullable(alike.get(escalation.id()))
                    .map(current::get)
                    // It may have been answered before it was locked, or changed by this batch.
                    .filter(c -> isJoinable(c, escalation)));
  }

  private Optional<Conversation> openedAlike(Arrival arrival) {
    return opened.stream()
        .filter(first -> arrival.likeness().isLike(first.likeness(), arrival.rules()))
        .map(first -> latest(first.escalation().id()))
        .filter(c -> isJoinable(c, arrival.escalation()))
        .findFirst();
  }

  private static boolean isJoinable(Conversation c, Escalation escalation) {
    return isUnanswered(c.state())
        && c.account().equals(escalation.account())
        && c.building().equals(escalation.building())
        && c.category().equals(escalation.category())
        && c.urgency() == escalation.urgency();
  }

  private static boolean isUnanswered(EscalationState state) {
    return state instanceof AwaitingAnswer || state instanceof ListedInDigest;
  }

  /** Notes what became of the conversation that an escalation opened or joined. */
  void taken(Arrival arrival, Conversation after) {
    Escalation escalation = arrival.escalation();
    if (after.id().equals(escalation.id())) {
      opened.addFirst(arrival);
    }
    current.put(after.id(), after);
    byCase.put(escalation.caseId(), after.id());
  }

  /** Returns the conversation of a case that has joined one, as the batch left it. */
  Conversation ofCase(UUID caseId) {
    return latest(Objects.requireNonNull(byCase.get(caseId), "every case has joined one"));
  }

  private Conversation latest(UUID id) {
    return Objects.requireNonNull(current.get(id), "every conversation of the batch is known");
  }
}
