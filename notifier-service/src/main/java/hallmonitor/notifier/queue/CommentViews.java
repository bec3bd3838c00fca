package hallmonitor.notifier.queue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The table of who had which comment's words shown on the answer page. */
public final class CommentViews {
  private CommentViews() {}

  public static void add(
      Handle transaction,
      UUID lookId,
      UUID conversation,
      UUID escalation,
      UUID caseId,
      String person,
      Instant now) {
    transaction
        .createUpdate(
            """
            insert into words_look (look_id, conversation_id, escalation_id, case_id, person, at)
            values (:id, :of, :escalation, :case, :person, :at)
            """)
        .bind("id", lookId)
        .bind("of", conversation)
        .bind("escalation", escalation)
        .bind("case", caseId)
        .bind("person", person)
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Returns the escalations with words that the person opened since a time. */
  public static Set<UUID> since(Handle handle, UUID conversation, String person, Instant since) {
    return handle
        .createQuery(
            """
            select distinct escalation_id
            from words_look
            where conversation_id = :of
              and person = :person
              and at >= :since
            """)
        .bind("of", conversation)
        .bind("person", person)
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .mapTo(UUID.class)
        .stream()
        .collect(Collectors.toSet());
  }
}
