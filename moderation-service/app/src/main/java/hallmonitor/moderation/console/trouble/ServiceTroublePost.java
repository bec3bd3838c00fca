package hallmonitor.moderation.console.trouble;

import hallmonitor.messaging.beat.Hearing;
import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.mail.OnceMail;
import hallmonitor.moderation.console.access.mail.OnceMail.Addressed;
import hallmonitor.moderation.console.trouble.ServiceTroubleStore.Row;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.district.District.Role;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Mails the technology director, or the superintendent if there is none, when the notifier is
 * silent or reaches nobody, or when Kafka is gone: when it begins, again ever less often, and when
 * it is over.
 */
@ApplicationScoped
public class ServiceTroublePost {
  private final ServiceWatch watch;
  private final ServiceTroubleStore store;
  private final OnceMail mail;
  private final LiveRules rules;
  private final ConsoleConfig config;
  private volatile List<Row> latest = List.of();

  ServiceTroublePost(
      ServiceWatch watch,
      ServiceTroubleStore store,
      OnceMail mail,
      LiveRules rules,
      ConsoleConfig config) {
    this.watch = watch;
    this.store = store;
    this.mail = mail;
    this.rules = rules;
    this.config = config;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void look() {
    Optional<Hearing> own = watch.of("moderation");
    Optional<Hearing> notifier = watch.of("notifier");
    if (own.isPresent() && notifier.isPresent()) {
      Instant now = Instant.now();
      look(
          OwnTroubles.of(
              own.get(), notifier.get(), watch.limits(), watch.planned().isPresent(), now),
          now);
    }
  }

  void look(Map<String, Optional<String>> known, Instant now) {
    store.set(known, now);
    List<Row> rows = store.recent();
    latest = rows;
    rows.forEach(
        row -> {
          if (!row.over()) {
            tell(row, TellingRounds.at(Duration.between(row.beganAt(), now)), people(now), now);
          } else if (row.isOverForGood(now) && stands(rows, row.subject()).isEmpty()) {
            List<Person> told = people(now).filter(p -> row.told().contains(p.id())).toList();
            tell(row, TellingRounds.OVER, told.stream(), now);
          }
        });
  }

  /** Returns those that stand, as of the last look: pages ask often. */
  List<Row> standing() {
    return latest.stream().filter(row -> !row.over()).toList();
  }

  private static Optional<Row> stands(List<Row> rows, String subject) {
    return rows.stream().filter(row -> row.subject().equals(subject) && !row.over()).findFirst();
  }

  private Stream<Person> people(Instant now) {
    District district = rules.district().current().value();
    LocalDate today = LocalDate.ofInstant(now, district.timeZone());
    return Stream.of(Role.TECHNOLOGY_DIRECTOR, Role.SUPERINTENDENT)
        .map(
            role ->
                district.holders(role, "").stream()
                    .flatMap(person -> district.inPlaceOf(person, today).stream())
                    .distinct()
                    .toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream();
  }

  /** Mails after a return are no copies of those before it. */
  private static String copy(Row row) {
    return row.returns() == 0 ? "" : "/" + row.returns();
  }

  private void tell(Row row, int round, Stream<Person> people, Instant now) {
    District district = rules.district().current().value();
    String link = config.url().resolve("/troubles").toString();
    people.forEach(
        person ->
            mail.send(
                transaction ->
                    ServiceTroubleStore.tell(transaction, row.troubleId(), person.id(), round, now),
                new Addressed(
                    "service-trouble/"
                        + row.troubleId()
                        + "/"
                        + person.id()
                        + "/"
                        + round
                        + copy(row),
                    person.name(),
                    person.email(),
                    new ServiceTroubleLetter(person, row, round, district.timeZone()).with(link)),
                person.id() + " could not be told of " + row.subject()));
  }
}
