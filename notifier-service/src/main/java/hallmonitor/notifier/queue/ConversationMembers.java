package hallmonitor.notifier.queue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The escalations of a conversation that were not closed separately, oldest first. Events of the
 * conversation are published for each of them. A case can have several.
 */
public final class ConversationMembers {
  public record Member(UUID escalationId, UUID caseId) {
    public boolean isOf(UUID aCase) {
      return caseId.equals(aCase);
    }
  }

  private ConversationMembers() {}

  public static List<Member> of(Handle handle, UUID conversation) {
    return handle
        .createQuery(
            """
            select escalation_id, case_id
            from escalation
            where conversation_id = :id
              and closed_apart_at is null
            order by received_at, escalation_id
            """)
        .bind("id", conversation)
        .map(ConstructorMapper.of(Member.class))
        .list();
  }

  /** Returns the members of several conversations, by conversation; all of them have a list. */
  public static Map<UUID, List<Member>> ofAll(Handle handle, Collection<UUID> conversations) {
    Map<UUID, List<Member>> members = new HashMap<>();
    conversations.forEach(id -> members.put(id, new ArrayList<>()));
    if (!members.isEmpty()) {
      handle
          .createQuery(
              """
              select conversation_id, escalation_id, case_id
              from escalation
              where conversation_id = any(:ids)
                and closed_apart_at is null
              order by received_at, escalation_id
              """)
          .bindArray("ids", UUID.class, members.keySet().toArray())
          .map(
              (row, context) ->
                  Map.entry(
                      row.getObject("conversation_id", UUID.class),
                      new Member(
                          row.getObject("escalation_id", UUID.class),
                          row.getObject("case_id", UUID.class))))
          .forEach(member -> listOf(members, member.getKey()).add(member.getValue()));
    }
    return members;
  }

  private static List<Member> listOf(Map<UUID, List<Member>> members, UUID conversation) {
    return members.computeIfAbsent(conversation, id -> new ArrayList<>());
  }

  /** Closes a case separately; the caller holds the conversation's lock. */
  public static void closeApart(Handle transaction, UUID conversation, UUID caseId, Instant now) {
    transaction
        .createUpdate(
            """
            update escalation
            set closed_apart_at = :now
            where conversation_id = :id
              and case_id = :case
              and closed_apart_at is null
            """)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("id", conversation)
        .bind("case", caseId)
        .execute();
  }

  /** Returns the newest of the most urgent escalations, which notices should describe. */
  public static Optional<UUID> foremost(Handle handle, UUID conversation) {
    return handle
        .createQuery(
            """
            select escalation_id
            from escalation
            where conversation_id = :id
              and closed_apart_at is null
            order by array_position(array['immediate', 'soon', 'digest'], urgency), received_at desc,
              escalation_id limit 1
            """)
        .bind("id", conversation)
        .mapTo(UUID.class)
        .findOne();
  }
}
