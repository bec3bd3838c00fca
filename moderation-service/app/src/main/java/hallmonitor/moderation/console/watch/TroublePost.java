package hallmonitor.moderation.console.watch;

import hallmonitor.moderation.casework.watch.AccountTrouble;
import hallmonitor.moderation.casework.watch.TroubleCause;
import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.mail.OnceMail;
import hallmonitor.moderation.console.access.mail.OnceMail.Addressed;
import hallmonitor.moderation.console.register.AccountRegister;
import hallmonitor.moderation.console.watch.TroubleStore.Standing;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.district.District.QuietHours;
import hallmonitor.settings.district.QuietTime;
import hallmonitor.settings.escalation.SchoolTime;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Mails people about the troubles of accounts: the administrator, then the deputy, then the
 * building administrator, each once for each trouble. A mail that the mail server does not accept
 * is tried again, by any instance.
 */
@ApplicationScoped
public class TroublePost {
  private final TroubleStore store;
  private final WatchTime time;
  private final AccountRegister register;
  private final OnceMail mail;
  private final ConsoleConfig config;

  TroublePost(
      TroubleStore store,
      WatchTime time,
      AccountRegister register,
      OnceMail mail,
      ConsoleConfig config) {
    this.store = store;
    this.time = time;
    this.register = register;
    this.mail = mail;
    this.config = config;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "{hallmonitor.watch.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void tellDue() {
    tellDue(Instant.now());
  }

  void tellDue(Instant now) {
    District district = time.district();
    LocalDate today = LocalDate.ofInstant(now, district.timeZone());
    byPerson(district, new TroublePeople(district, today), now)
        .forEach(
            (id, due) -> district.person(id).ifPresent(person -> tell(person, due, district, now)));
  }

  private Map<String, List<Standing>> byPerson(
      District district, TroublePeople people, Instant now) {
    Map<String, String> deputies = register.deputies();
    SchoolTime schools = time.schools();
    Map<String, List<Standing>> all = new LinkedHashMap<>();
    for (Standing standing : store.standing()) {
      AccountTrouble trouble = standing.trouble();
      Optional<Account> account =
          district.account(standing.account()).filter(a -> mayTell(trouble.cause(), schools, now));
      account
          .map(a -> people.of(a, deputies.getOrDefault(a.id(), "")))
          .map(chain -> chain.told(trouble, time.rules(), schools::after, now))
          .orElse(List.of())
          .stream()
          .filter(person -> !standing.told().contains(person))
          .forEach(person -> all.computeIfAbsent(person, p -> new ArrayList<>()).add(standing));
    }
    return all;
  }

  /** What nothing is read from cannot wait until a weekend is over, only until a night is. */
  private static boolean mayTell(TroubleCause cause, SchoolTime schools, Instant now) {
    QuietHours quiet = schools.quiet().hours();
    QuietTime nights =
        new QuietTime(
            new QuietHours(quiet.from(), quiet.until(), Set.of()), schools.quiet().zone());
    return cause.mayPass() ? !nights.isQuiet(now) : schools.isOpen(now);
  }

  private void tell(Person person, List<Standing> due, District district, Instant now) {
    List<UUID> ids = due.stream().map(Standing::troubleId).sorted().toList();
    List<AccountTroubleLetter.About> about =
        due.stream()
            .map(
                standing ->
                    new AccountTroubleLetter.About(
                        district
                            .account(standing.account())
                            .map(Account::name)
                            .orElse(standing.account()),
                        standing.trouble()))
            .toList();
    String key = ids.stream().map(UUID::toString).collect(Collectors.joining("/"));
    mail.send(
        transaction -> TroubleStore.tell(transaction, ids, person.id(), now),
        new Addressed(
            "trouble/" + person.id() + "/" + key,
            person.name(),
            person.email(),
            new AccountTroubleLetter(person, about, district.timeZone())
                .with(config.url().resolve("/accounts").toString())),
        person.id() + " could not be told of accounts that need someone");
  }
}
