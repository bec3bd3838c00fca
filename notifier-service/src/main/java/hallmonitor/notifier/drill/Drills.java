package hallmonitor.notifier.drill;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.messaging.Worker;
import hallmonitor.notifier.directory.NoticeRecipient;
import hallmonitor.notifier.directory.RoleRouting;
import hallmonitor.notifier.drill.DrillTable.Drill;
import hallmonitor.notifier.drill.DrillTable.Message;
import hallmonitor.notifier.gateway.Gateways;
import hallmonitor.notifier.mail.MailConnection;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.notifier.notice.PersonNames;
import hallmonitor.notifier.trouble.Troubles;
import hallmonitor.settings.district.District;
import hallmonitor.settings.escalation.DrillRules;
import hallmonitor.settings.escalation.EscalationRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Once a week, at the district's time, sends everyone who would be told of danger a message that
 * says that it is a drill, by every way of a real alarm. Who does not answer in time is a trouble.
 */
public final class Drills implements AutoCloseable {
  /** One that was missed for longer, because the service was down, waits for the next week. */
  private static final Duration LATEST_BEGIN = Duration.ofHours(1);

  private static final Duration MAIL_AGAIN = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  /** The roles that the shipped policy notifies of immediate danger, in each building. */
  private static final List<String> ROLES = List.of("principal");

  private final Jdbi database;
  private final Supplier<District> district;
  private final Supplier<EscalationRules> rules;
  private final Supplier<NoticeSettings> house;
  private final InstantSource clock;
  private final DrillCaller caller;
  private final Worker worker;

  /** What was last judged; empty before that. */
  private Optional<Optional<String>> told = Optional.empty();

  private volatile Optional<ServiceBeat.Drill> latest = Optional.empty();

  /**
   * Creates the drills.
   *
   * @param link returns the page on which a person answers a drill
   */
  public Drills(
      Jdbi database,
      Supplier<District> district,
      Supplier<EscalationRules> rules,
      Supplier<NoticeSettings> house,
      MailConnection mail,
      Gateways gateways,
      BiFunction<UUID, String, String> link,
      InstantSource clock) {
    this.database = database;
    this.district = district;
    this.rules = rules;
    this.house = house;
    this.clock = clock;
    this.caller = new DrillCaller(mail, gateways, link);
    this.worker = new Worker("drills", this::next).patience(PATIENCE).atEnd(caller);
  }

  public Drills start() {
    worker.start();
    return this;
  }

  public boolean alive() {
    return worker.alive();
  }

  /** Returns the latest drill and who answered it, as last read. */
  public Optional<ServiceBeat.Drill> latest() {
    return latest;
  }

  /** Records an answer; returns whether this person was asked. */
  public boolean answer(UUID drill, String person) {
    boolean asked =
        database.inTransaction(t -> DrillTable.answer(t, drill, person, clock.instant()));
    worker.wake();
    return asked;
  }

  private Duration next() {
    Instant now = clock.instant();
    rules.get().drill().ifPresent(rule -> begin(rule, now));
    boolean sent = database.inTransaction(transaction -> send(transaction, now));
    database.useTransaction(transaction -> judge(transaction, now));
    return sent ? Duration.ZERO : Worker.IDLE;
  }

  private void begin(DrillRules rule, Instant now) {
    Instant at = rule.latest(now, district.get().timeZone());
    if (at.plus(LATEST_BEGIN).isBefore(now)) {
      return;
    }
    Drill drill = new Drill(DrillTable.id(at), at, now.plus(rule.answerWithin()));
    database.useTransaction(transaction -> DrillTable.begin(transaction, drill, people(now), now));
  }

  private List<String> people(Instant now) {
    District current = district.get();
    Stream<String> people =
        current.buildings().stream()
            .flatMap(
                building ->
                    RoleRouting.recipients(current, building.id(), "", ROLES, now).told().stream())
            .map(NoticeRecipient::person)
            .map(District.Person::id)
            .distinct();
    List<String> all = new ArrayList<>(people.toList());
    all.add("");
    return all;
  }

  private boolean send(Handle transaction, Instant now) {
    Optional<Message> next = DrillTable.claim(transaction, now);
    next.ifPresent(
        message -> {
          DrillCaller.Outcome outcome =
              caller.send(
                  message,
                  district.get(),
                  rules.get().messages().gateways(),
                  house.get().consoleUrl(),
                  now);
          Optional<Instant> again =
              outcome.mailed() || !message.dueAt().isAfter(now)
                  ? Optional.empty()
                  : Optional.of(now.plus(MAIL_AGAIN));
          DrillTable.tried(transaction, message, outcome.problem(), again);
        });
    return next.isPresent();
  }

  private void judge(Handle transaction, Instant now) {
    boolean held = rules.get().drill().isPresent();
    if (!held) {
      tell(transaction, Optional.empty(), now);
    }
    Optional<Drill> last = DrillTable.latest(transaction);
    if (last.isEmpty()) {
      return;
    }
    List<Message> messages = DrillTable.messages(transaction, last.get().drillId());
    boolean over = DrillResult.isAnswered(messages, now);
    Optional<String> wrong = DrillResult.of(messages, PersonNames.of(district.get()), over);
    if (held && (wrong.isPresent() || over)) {
      tell(transaction, wrong, now);
    }
    latest =
        Optional.of(
            new ServiceBeat.Drill(
                last.get().at(),
                last.get().dueAt(),
                messages.stream()
                    .filter(message -> !message.isForTools())
                    .map(message -> new ServiceBeat.Answer(message.person(), message.answered()))
                    .toList()));
  }

  private void tell(Handle transaction, Optional<String> wrong, Instant now) {
    if (told.equals(Optional.of(wrong))) {
      return;
    }
    wrong.ifPresentOrElse(
        why -> Troubles.note(transaction, "drill", why, now),
        () -> Troubles.over(transaction, "drill", now));
    told = Optional.of(wrong);
  }

  /** Finishes the current message. */
  @Override
  public void close() {
    worker.close();
  }
}
