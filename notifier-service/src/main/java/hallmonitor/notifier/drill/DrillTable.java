package hallmonitor.notifier.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The drills and their messages. The caller's row lock is its lease. */
final class DrillTable {
  /** A drill as a row. */
  public record Drill(UUID drillId, Instant at, Instant dueAt) {}

  /**
   * A message to one person, or to the tools that several people read.
   *
   * @param person empty for tools
   */
  public record Message(
      UUID drillId,
      String person,
      int attempts,
      String problem,
      @Nullable Instant answeredAt,
      Instant dueAt) {
    boolean isForTools() {
      return person.isEmpty();
    }

    Optional<Instant> answered() {
      return Optional.ofNullable(answeredAt);
    }
  }

  private DrillTable() {}

  static UUID id(Instant at) {
    return UUID.nameUUIDFromBytes(("drill/" + at).getBytes(UTF_8));
  }

  /** Returns the id of a person's mail, the same at each attempt. */
  static UUID messageId(Message message) {
    String name = "drill/" + message.drillId() + "/" + message.person();
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }

  /** Adds a drill with its messages, unless another instance was first. */
  static void begin(Handle transaction, Drill drill, List<String> people, Instant now) {
    int added =
        transaction
            .createUpdate(
                "insert into drill (drill_id, at, due_at) values (:id, :at, :due) on conflict do nothing")
            .bind("id", drill.drillId())
            .bind("at", time(drill.at()))
            .bind("due", time(drill.dueAt()))
            .execute();
    if (added == 0) {
      return;
    }
    for (String person : people) {
      transaction
          .createUpdate(
              "insert into drill_message (drill_id, person, next_attempt_at) values (:id, :person, :now)")
          .bind("id", drill.drillId())
          .bind("person", person)
          .bind("now", time(now))
          .execute();
    }
  }

  static Optional<Message> claim(Handle transaction, Instant now) {
    return transaction
        .createQuery(
            """
            select m.drill_id, m.person, m.attempts, m.problem, m.answered_at, d.due_at
            from drill_message m
            join drill d using (drill_id)
            where m.next_attempt_at <= :now
            order by m.next_attempt_at limit 1
            for update of m skip locked
            """)
        .bind("now", time(now))
        .map(ConstructorMapper.of(Message.class))
        .findOne();
  }

  static void tried(Handle transaction, Message message, String problem, Optional<Instant> again) {
    transaction
        .createUpdate(
            """
            update drill_message
            set attempts = attempts + 1, problem = :problem, next_attempt_at = :again
            where drill_id = :id
              and person = :person
            """)
        .bind("problem", problem)
        .bind("again", again.map(DrillTable::time).orElse(null))
        .bind("id", message.drillId())
        .bind("person", message.person())
        .execute();
  }

  /** Records the first answer; returns whether this person was asked in this drill. */
  static boolean answer(Handle transaction, UUID drill, String person, Instant now) {
    return transaction
            .createUpdate(
                """
                update drill_message
                set answered_at = coalesce(answered_at, :now), next_attempt_at = null
                where drill_id = :id
                  and person = :person
                  and person <> ''
                """)
            .bind("now", time(now))
            .bind("id", drill)
            .bind("person", person)
            .execute()
        == 1;
  }

  static Optional<Drill> latest(Handle handle) {
    return handle
        .createQuery("select drill_id, at, due_at from drill order by at desc limit 1")
        .map(ConstructorMapper.of(Drill.class))
        .findOne();
  }

  static List<Message> messages(Handle handle, UUID drill) {
    return handle
        .createQuery(
            """
            select m.drill_id, m.person, m.attempts, m.problem, m.answered_at, d.due_at
            from drill_message m
            join drill d using (drill_id)
            where m.drill_id = :id
            order by m.person
            """)
        .bind("id", drill)
        .map(ConstructorMapper.of(Message.class))
        .list();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
