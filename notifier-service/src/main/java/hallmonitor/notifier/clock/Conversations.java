package hallmonitor.notifier.clock;

import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.queue.ConversationMembers;
import hallmonitor.notifier.queue.EscalationStateReader;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The table of conversations. A transaction that advances one holds its row lock until the commit,
 * so that each step is taken once, no matter how many instances there are.
 */
public final class Conversations {
  private static final String COLUMNS =
      """
      select conversation_id, case_id, about, category, building, account, urgency, roles, state,
        course, opened_at, other_categories
      from conversation
      """;

  /**
   * A conversation that its first escalation opens.
   *
   * @param likeness what later escalations are compared with
   */
  record Opened(Conversation conversation, ConversationMatch likeness) {}

  /** An escalation and the conversation that it belongs to, by their ids. */
  record Joining(UUID escalation, UUID conversation) {}

  private Conversations() {}

  /** Returns the current state without a lock, for display. */
  public static Optional<Conversation> find(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + "where conversation_id = :id")
        .bind("id", id)
        .map(Conversations::read)
        .findOne();
  }

  public static Optional<Conversation> lock(Handle transaction, UUID id) {
    return transaction
        .createQuery(COLUMNS + "where conversation_id = :id for update")
        .bind("id", id)
        .map(Conversations::read)
        .findOne();
  }

  /** Returns due conversations, the longest overdue first. */
  static List<UUID> due(Handle handle, Instant now) {
    return handle
        .createQuery(
            "select conversation_id from conversation where due_at <= :now order by due_at")
        .bind("now", time(now))
        .mapTo(UUID.class)
        .list();
  }

  /** Locks and returns the conversation if it is due and no other transaction holds it. */
  static Optional<Conversation> lockDue(Handle transaction, UUID id, Instant now) {
    return transaction
        .createQuery(
            COLUMNS + "where conversation_id = :id and due_at <= :now for update skip locked")
        .bind("id", id)
        .bind("now", time(now))
        .map(Conversations::read)
        .findOne();
  }

  /**
   * Returns the conversation of a case: the open one, otherwise the last. Empty if the case was
   * closed separately.
   */
  public static Optional<Conversation> lockOfCase(Handle transaction, UUID caseId) {
    return transaction
        .createQuery(
            COLUMNS
                + """
                where conversation_id = (
                  select c.conversation_id
                  from escalation e
                  join conversation c using (conversation_id)
                  where e.case_id = :case
                    and e.closed_apart_at is null
                  order by c.state = 'closed', c.opened_at desc limit 1)
                for update
                """)
        .bind("case", caseId)
        .map(Conversations::read)
        .findOne()
        .filter(
            c ->
                ConversationMembers.of(transaction, c.id()).stream().anyMatch(m -> m.isOf(caseId)));
  }

  /**
   * Returns the conversations of cases, by case: the open one, otherwise the last. A case without
   * one, or closed separately, has none.
   */
  static Map<UUID, UUID> ofCases(Handle handle, List<UUID> cases) {
    Map<UUID, UUID> found = new HashMap<>();
    handle
        .createQuery(
            """
            select distinct on (e.case_id) e.case_id, c.conversation_id
            from escalation e
            join conversation c using (conversation_id)
            where e.case_id = any(:cases)
              and e.closed_apart_at is null
            order by e.case_id, c.state = 'closed', c.opened_at desc
            """)
        .bindArray("cases", UUID.class, cases.toArray())
        .map(
            (row, context) ->
                Map.entry(
                    row.getObject("case_id", UUID.class),
                    row.getObject("conversation_id", UUID.class)))
        .forEach(one -> found.put(one.getKey(), one.getValue()));
    return found;
  }

  /**
   * Locks conversations in one order for all transactions, so that no two of them wait for each
   * other, and returns them by id.
   */
  static Map<UUID, Conversation> lockAll(Handle transaction, Collection<UUID> ids) {
    Map<UUID, Conversation> locked = new HashMap<>();
    if (!ids.isEmpty()) {
      transaction
          .createQuery(
              COLUMNS + "where conversation_id = any(:ids) order by conversation_id for update")
          .bindArray("ids", UUID.class, ids.stream().distinct().toArray())
          .map(Conversations::read)
          .forEach(c -> locked.put(c.id(), c));
    }
    return locked;
  }

  static void insert(Handle transaction, Collection<Opened> opened) {
    if (opened.isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        transaction.prepareBatch(
            """
            insert into conversation (conversation_id, case_id, about, category, building, account, urgency,
              roles, other_categories, post, author, text_hash, state, course, step, due_at, opened_at,
              last_joined_at)
            values (:id, :case, :about, :category, :building, :account, :urgency, :roles, :others, :post,
              :author, :text, :state, :course, :step, :due, :opened, :opened)
            """)) {
      for (Opened one : opened) {
        Conversation c = one.conversation();
        bind(batch, c)
            .bind("case", c.caseId())
            .bind("building", c.building())
            .bind("account", c.account())
            .bind("post", one.likeness().post().orElse(null))
            .bind("author", one.likeness().author().orElse(null))
            .bind("text", one.likeness().textHash())
            .bind("opened", time(c.openedAt()))
            .add();
      }
      batch.execute();
    }
  }

  static void save(Handle transaction, Collection<Conversation> changed) {
    if (changed.isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        transaction.prepareBatch(
            """
            update conversation
            set about = :about, category = :category, other_categories = :others, urgency = :urgency, roles
              = :roles, state = :state, course = :course, step = :step, due_at = :due
            where conversation_id = :id
            """)) {
      changed.forEach(c -> bind(batch, c).add());
      batch.execute();
    }
  }

  private static PreparedBatch bind(PreparedBatch batch, Conversation c) {
    return batch
        .bind("id", c.id())
        .bind("about", c.about())
        .bind("category", c.category())
        .bindArray("others", String.class, c.otherCategories())
        .bind("urgency", nameOf(c.urgency()))
        .bindArray("roles", String.class, c.roles())
        .bind("state", c.state().name())
        .bind("course", EventJson.write(c.state()))
        .bind("step", c.state().step())
        .bind("due", c.state().dueAt().map(Conversations::time).orElse(null));
  }

  /** Records to which conversations escalations belong. */
  static void join(Handle transaction, List<Joining> joining, Instant now) {
    if (joining.isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        transaction.prepareBatch(
            "update escalation set conversation_id = :to where escalation_id = :id")) {
      joining.forEach(j -> batch.bind("to", j.conversation()).bind("id", j.escalation()).add());
      batch.execute();
    }
    transaction
        .createUpdate(
            """
            update conversation
            set last_joined_at = :now
            where conversation_id = any(:ids)
              and last_joined_at <> :now
            """)
        .bindArray("ids", UUID.class, joining.stream().map(Joining::conversation).toArray())
        .bind("now", time(now))
        .execute();
  }

  /** Returns all conversations with a due time, in a fixed order, for a clock that was set back. */
  static List<UUID> withDueTime(Handle transaction) {
    return transaction
        .createQuery(
            """
            select conversation_id
            from conversation
            where due_at is not null
            order by conversation_id
            for update
            """)
        .mapTo(UUID.class)
        .list();
  }

  /** By hand, because which class the state has is told by another column, the state. */
  private static Conversation read(ResultSet row, StatementContext ctx) throws SQLException {
    return new Conversation(
        row.getObject("conversation_id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getObject("about", UUID.class),
        row.getString("category"),
        texts(row.getArray("other_categories")),
        row.getString("building"),
        row.getString("account"),
        Urgency.valueOf(row.getString("urgency").toUpperCase(Locale.ROOT)),
        texts(row.getArray("roles")),
        EscalationStateReader.read(row.getString("state"), row.getBytes("course")),
        row.getObject("opened_at", OffsetDateTime.class).toInstant());
  }

  private static List<String> texts(Array column) throws SQLException {
    return List.of((String[]) column.getArray());
  }

  static String nameOf(Urgency urgency) {
    return urgency.name().toLowerCase(Locale.ROOT);
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
