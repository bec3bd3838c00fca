package hallmonitor.notifier.answer;

import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.clock.Conversations;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.queue.ConversationMembers;
import hallmonitor.notifier.queue.ConversationMembers.Member;
import hallmonitor.notifier.queue.EscalationRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * What is known of a conversation.
 *
 * @param escalations of its cases that were not closed separately, one each, oldest first; at most
 *     {@value #MOST}
 * @param cases their total number, shown or not
 * @param told who was told, in order
 * @param role for which the reader was told; empty if not told
 */
record ConversationView(
    Conversation conversation,
    List<Escalation> escalations,
    int cases,
    List<Told> told,
    String role) {
  private static final int MOST = 200;

  /**
   * A person who was told.
   *
   * @param state {@code queued}, {@code sent} or {@code failed}
   * @param at when it was sent
   */
  public record Told(String person, String state, Instant at) {}

  static Optional<ConversationView> find(Handle handle, UUID conversation, String reader) {
    return Conversations.find(handle, conversation)
        .map(
            c ->
                new ConversationView(
                    c,
                    escalations(handle, c),
                    cases(handle, c.id()),
                    told(handle, c),
                    role(handle, c, reader)));
  }

  static int cases(Handle handle, UUID conversation) {
    return (int)
        ConversationMembers.of(handle, conversation).stream()
            .map(Member::caseId)
            .distinct()
            .count();
  }

  private static List<Escalation> escalations(Handle handle, Conversation of) {
    return handle
        .createQuery(
            """
            select event
            from (
              select distinct on (case_id) event, received_at, escalation_id
              from escalation
              where conversation_id = :id
                and closed_apart_at is null
              order by case_id, received_at, escalation_id) firsts
            order by received_at, escalation_id limit :most
            """)
        .bind("id", of.id())
        .bind("most", MOST)
        .map(EscalationRecord.COLUMN)
        .list();
  }

  private static List<Told> told(Handle handle, Conversation of) {
    return handle
        .createQuery(
            """
            select person, state, coalesce(done_at, due_at) as at
            from (
              select distinct on (person) person, state, done_at, due_at, step
              from notice
              where conversation_id = :id
                and state <> 'withdrawn'
              order by person, step) firsts
            order by step, person
            """)
        .bind("id", of.id())
        .map(ConstructorMapper.of(Told.class))
        .list();
  }

  private static String role(Handle handle, Conversation of, String reader) {
    return handle
        .createQuery(
            """
            select role
            from notice
            where conversation_id = :id
              and person = :person
            order by step desc limit 1
            """)
        .bind("id", of.id())
        .bind("person", reader)
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }
}
