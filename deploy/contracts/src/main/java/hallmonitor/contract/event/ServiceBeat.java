package hallmonitor.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A sign of life of a service, with what it sees of itself. Each service sends one every few
 * seconds; a compacted topic keeps the latest one per service.
 *
 * @param service {@code ingest}, {@code moderation} or {@code notifier}
 * @param process changes with each start
 * @param stopping whether this is the last one, because someone stops the service in order
 * @param lastReadAt when any account was last read successfully; only ingest knows
 * @param waits what waits, if anything of its kind does
 * @param faults what keeps parts of the service from working
 * @param troubles what the service tells people about, oldest first
 * @param planned a stop that a person announced; only moderation knows
 * @param drill the latest one; only the notifier knows
 */
public record ServiceBeat(
    String service,
    UUID process,
    Instant startedAt,
    Instant at,
    boolean stopping,
    Optional<Instant> lastReadAt,
    List<Wait> waits,
    List<Fault> faults,
    List<Trouble> troubles,
    Optional<PlannedStop> planned,
    Optional<Drill> drill) {
  /**
   * Work that waits.
   *
   * @param what {@code first-look}, {@code second-look}, {@code outbox}, {@code seal}, {@code
   *     notice}, {@code failed-message} or {@code account}; a newer writer may know more
   * @param count how many, at least 1
   * @param since when the oldest one began to wait
   */
  public record Wait(String what, long count, Instant since) {
    public Wait {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(since, "since");
    }
  }

  /**
   * A part that does not work.
   *
   * @param part {@code database}, {@code mail}, {@code clock}, {@code certificate}, {@code
   *     evidence}, {@code heartbeat}, {@code search}, or {@code service} for any other
   * @param why one sentence for people, in English
   */
  public record Fault(String part, String why) {
    public Fault {
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(why, "why");
    }
  }

  /**
   * Something that people are told about until it is over.
   *
   * @param subject what it is about, such as {@code silent/moderation}
   * @param why one sentence for people, in English
   * @param urgent whether it is told by phone, too
   * @param told whether anyone was reached
   */
  public record Trouble(String subject, String why, boolean urgent, Instant since, boolean told) {
    public Trouble {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(since, "since");
    }
  }

  /**
   * Until when silence is expected.
   *
   * @param by a user name
   */
  public record PlannedStop(Instant until, String by) {
    public PlannedStop {
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(by, "by");
    }
  }

  /**
   * A drill of the way to people.
   *
   * @param dueAt until when answers are awaited
   */
  public record Drill(Instant at, Instant dueAt, List<Answer> people) {
    public Drill {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(dueAt, "dueAt");
      people = people == null ? List.of() : List.copyOf(people);
    }
  }

  /**
   * Whether a person answered a drill.
   *
   * @param person id in district.yaml
   * @param at absent until they do
   */
  public record Answer(String person, Optional<Instant> at) {
    public Answer {
      Objects.requireNonNull(person, "person");
      at = at == null ? Optional.empty() : at;
    }
  }

  public ServiceBeat {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(process, "process");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(at, "at");
    lastReadAt = lastReadAt == null ? Optional.empty() : lastReadAt;
    waits = waits == null ? List.of() : List.copyOf(waits);
    faults = faults == null ? List.of() : List.copyOf(faults);
    troubles = troubles == null ? List.of() : List.copyOf(troubles);
    planned = planned == null ? Optional.empty() : planned;
    drill = drill == null ? Optional.empty() : drill;
  }
}
