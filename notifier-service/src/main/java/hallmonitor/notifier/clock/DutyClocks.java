package hallmonitor.notifier.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EscalationEvent.ClockKind;
import hallmonitor.contract.event.EscalationEvent.ClockStarted;
import hallmonitor.contract.event.EscalationEvent.ClockStopped;
import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.publish.EscalationEventPublisher;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.Duty;
import hallmonitor.settings.escalation.EscalationRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The clocks of duties from law and policy. A clock's id is derived from conversation, duty and
 * person, so that it starts once. They measure real time and do not move when a clock is set back.
 */
public final class DutyClocks {
  public record Running(UUID escalation, UUID caseId, byte[] filledIn) {}

  private final Supplier<District> district;
  private final Supplier<EscalationRules> rules;

  DutyClocks(Supplier<District> district, Supplier<EscalationRules> rules) {
    this.district = district;
    this.rules = rules;
  }

  private List<Duty> duties(Conversation of) {
    return of.categories().stream()
        .flatMap(category -> rules.get().duties(category).stream())
        .distinct()
        .toList();
  }

  void escalated(Handle transaction, Conversation of, Instant now) {
    for (Duty duty : duties(of)) {
      if (duty.start() == Duty.Start.ESCALATED) {
        start(transaction, of, duty, Optional.empty(), now);
      }
    }
  }

  /** Starts duties because the person, and so the building's administration, knows the content. */
  void known(Handle transaction, Conversation of, String person, Instant now) {
    if (of.state().name().equals("closed")) {
      return;
    }
    for (Duty duty : duties(of)) {
      if (duty.start() == Duty.Start.KNOWN) {
        Optional<String> whose = duty.eachPerson() ? Optional.of(person) : Optional.empty();
        start(transaction, of, duty, whose, now);
      }
    }
  }

  /** Stops the administration's duties after a false alarm. Personal duties remain. */
  void falseAlarm(Handle transaction, Conversation of, String by, Instant now) {
    transaction
        .createQuery(
            """
            update duty_clock
            set stopped_at = :now, stopped_by = :by
            where conversation_id = :id
              and person is null
              and stopped_at is null
            returning clock_id
            """)
        .bind("now", Conversations.time(now))
        .bind("by", by)
        .bind("id", of.id())
        .mapTo(UUID.class)
        .list()
        .forEach(
            clock ->
                EscalationEventPublisher.publish(
                    transaction, new ClockStopped(of.id(), of.caseId(), clock, by, now)));
  }

  /**
   * Records what a person filled in.
   *
   * @param done whether the duty is fulfilled
   */
  public void filledIn(
      Handle transaction,
      UUID clock,
      Map<String, String> fields,
      boolean done,
      String by,
      Instant now) {
    Optional<Running> running =
        transaction
            .createQuery(
                """
                select escalation_id as escalation, case_id, filled_in
                from duty_clock
                where clock_id = :id
                  and stopped_at is null
                for update
                """)
            .bind("id", clock)
            .map(ConstructorMapper.of(Running.class))
            .findOne();
    if (running.isEmpty()) {
      return;
    }
    Map<String, Object> all = new TreeMap<>();
    Map<?, ?> before = EventJson.read(running.get().filledIn(), Map.class);
    before.forEach((field, value) -> all.put(String.valueOf(field), value));
    all.putAll(fields);
    transaction
        .createUpdate(
            """
            update duty_clock
            set filled_in = :all, stopped_at = :stopped, stopped_by = :by
            where clock_id = :id
            """)
        .bind("all", EventJson.write(all))
        .bind("stopped", done ? Conversations.time(now) : null)
        .bind("by", done ? by : null)
        .bind("id", clock)
        .execute();
    if (done) {
      EscalationEventPublisher.publish(
          transaction,
          new ClockStopped(running.get().escalation(), running.get().caseId(), clock, by, now));
    }
  }

  private void start(
      Handle transaction, Conversation of, Duty duty, Optional<String> person, Instant now) {
    if (!duty.hasClock()) {
      return;
    }
    UUID clock =
        UUID.nameUUIDFromBytes(
            ("duty/" + of.id() + "/" + duty.id() + "/" + person.orElse("")).getBytes(UTF_8));
    Instant dueAt = duty.dueAt(now, rules.get().businessDays(district.get()));
    boolean started =
        transaction
                .createUpdate(
                    """
                    insert into duty_clock (clock_id, conversation_id, escalation_id, case_id, duty, person,
                      started_at, due_at, filled_in)
                    values (:id, :of, :of, :case, :duty, :person, :now, :due, :none)
                    on conflict do nothing
                    """)
                .bind("id", clock)
                .bind("of", of.id())
                .bind("case", of.caseId())
                .bind("duty", duty.id())
                .bind("person", person.orElse(null))
                .bind("now", Conversations.time(now))
                .bind("due", Conversations.time(dueAt))
                .bind("none", EventJson.write(Map.of()))
                .execute()
            == 1;
    if (started) {
      String language =
          person.flatMap(id -> district.get().person(id)).map(Person::language).orElse("en");
      EscalationEventPublisher.publish(
          transaction,
          new ClockStarted(
              of.id(),
              of.caseId(),
              clock,
              ClockKind.DUTY,
              duty.title(language),
              duty.text(language),
              duty.source(),
              person,
              duty.fields(),
              dueAt,
              now));
    }
  }
}
