package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.mail.OnceMail;
import hallmonitor.moderation.console.access.mail.OnceMail.Addressed;
import hallmonitor.moderation.console.access.mail.RepeatedLetter;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.district.District.Role;
import hallmonitor.settings.district.QuietTime;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Mails the person in charge of an account what is to do about blocks on it, outside quiet hours,
 * all in one mail: at most once a day for new tasks, and every week while one is open. A mail that
 * the mail server does not accept is tried again, by any instance.
 */
@ApplicationScoped
public class BlockTaskPost {
  private static final int EVERY = 7;

  /** Something to do about a block. */
  public record Task(String task, UUID id, String account) {}

  private final ConsoleDatabase database;
  private final OnceMail mail;
  private final ConsoleConfig config;
  private final LiveRules rules;

  BlockTaskPost(ConsoleDatabase database, OnceMail mail, ConsoleConfig config, LiveRules rules) {
    this.database = database;
    this.mail = mail;
    this.config = config;
    this.rules = rules;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void tellDue() {
    tellDue(Instant.now());
  }

  void tellDue(Instant now) {
    District district = rules.district().current().value();
    if (new QuietTime(district.quietHours(), district.timeZone()).isQuiet(now)) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(now, district.timeZone());
    byPerson(district, today).forEach((person, tasks) -> tell(person, tasks, district, now, today));
  }

  private Map<Person, List<Task>> byPerson(District district, LocalDate today) {
    List<Task> tasks =
        database.read(
            h ->
                h.createQuery("select task, id, account from block_task order by account, task, id")
                    .map(rows(Task.class))
                    .list());
    Map<Person, List<Task>> all = new LinkedHashMap<>();
    for (Task task : tasks) {
      district
          .account(task.account())
          .flatMap(account -> inCharge(district, account, today))
          .ifPresent(person -> all.computeIfAbsent(person, p -> new ArrayList<>()).add(task));
    }
    return all;
  }

  /** Returns the account administrator, or else the building's, or else the technology director. */
  private static Optional<Person> inCharge(District district, Account account, LocalDate today) {
    return district
        .inChargeOf(account, today)
        .or(() -> holder(district, Role.PRINCIPAL, account, today))
        .or(() -> holder(district, Role.TECHNOLOGY_DIRECTOR, account, today));
  }

  private static Optional<Person> holder(
      District district, Role role, Account account, LocalDate today) {
    return district.holders(role, account.building()).stream()
        .flatMap(person -> district.inPlaceOf(person, today).stream())
        .findFirst();
  }

  private void tell(
      Person person, List<Task> tasks, District district, Instant now, LocalDate today) {
    Map<String, Map<String, Long>> counts =
        tasks.stream()
            .collect(
                Collectors.groupingBy(
                    Task::account,
                    LinkedHashMap::new,
                    Collectors.groupingBy(Task::task, TreeMap::new, Collectors.counting())));
    List<BlockTaskLetter.About> accounts =
        counts.entrySet().stream()
            .map(
                of ->
                    new BlockTaskLetter.About(
                        district.account(of.getKey()).orElseThrow().name(), of.getValue()))
            .toList();
    mail.send(
        transaction ->
            RepeatedLetter.isDue(transaction, "blocks", person.id(), keys(tasks), now, EVERY),
        new Addressed(
            "blocks/" + person.id() + "/" + today,
            person.name(),
            person.email(),
            new BlockTaskLetter(person, accounts, EVERY)
                .with(config.url().resolve("/blocks?show=tasks").toString())),
        person.id() + " could not be told what is to do about blocks");
  }

  private static List<String> keys(List<Task> tasks) {
    return tasks.stream().map(task -> task.id() + " " + task.task()).toList();
  }
}
