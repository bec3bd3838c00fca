package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.register.RegisterGap;
import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.access.mail.OnceMail;
import hallmonitor.moderation.console.access.mail.OnceMail.Addressed;
import hallmonitor.moderation.console.access.mail.RepeatedLetter;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
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

/**
 * Mails people what the register wants from them, outside quiet hours: at most once a day for new
 * gaps, and every few days while one is open. A mail that the mail server does not accept is tried
 * again, by any instance.
 */
@ApplicationScoped
public class RegisterPost {
  /** What one person is told, with the keys of the gaps. */
  private record Told(List<RegisterLetter.About> accounts, List<String> gaps) {}

  private final AccountRegister register;
  private final OnceMail mail;
  private final ConsoleConfig config;

  RegisterPost(AccountRegister register, OnceMail mail, ConsoleConfig config) {
    this.register = register;
    this.mail = mail;
    this.config = config;
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
    District district = register.district();
    if (new QuietTime(district.quietHours(), district.timeZone()).isQuiet(now)) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(now, district.timeZone());
    byPerson(new RegisterRecipients(district, register.rules(), today))
        .forEach((person, told) -> tell(person, told, now, today));
  }

  private Map<Person, Told> byPerson(RegisterRecipients recipients) {
    Map<Person, Told> all = new LinkedHashMap<>();
    for (RegisteredAccount account : register.all(Scope.EVERYWHERE, "", recipients.today())) {
      Map<Person, List<RegisterGap>> gaps = new LinkedHashMap<>();
      for (RegisterGap gap : account.gaps()) {
        for (Person person : recipients.of(account, gap)) {
          gaps.computeIfAbsent(person, p -> new ArrayList<>()).add(gap);
        }
      }
      gaps.forEach(
          (person, open) -> {
            Told told =
                all.computeIfAbsent(person, p -> new Told(new ArrayList<>(), new ArrayList<>()));
            told.accounts()
                .add(
                    new RegisterLetter.About(
                        account.entry().name(), words(open, person.language())));
            open.forEach(gap -> told.gaps().add(account.entry().entryId() + " " + gap.key()));
          });
    }
    return all;
  }

  private static List<Sentence> words(List<RegisterGap> gaps, String language) {
    return gaps.stream()
        .map(gap -> RegisterWords.gap(gap, day -> Letter.day(day, language)))
        .toList();
  }

  private void tell(Person person, Told told, Instant now, LocalDate today) {
    RegisterLetter letter =
        new RegisterLetter(person, told.accounts(), register.rules().remindEvery());
    mail.send(
        transaction ->
            RepeatedLetter.isDue(
                transaction,
                "register",
                person.id(),
                told.gaps(),
                now,
                register.rules().remindEvery()),
        new Addressed(
            "register/" + person.id() + "/" + today,
            person.name(),
            person.email(),
            letter.with(config.url().resolve("/register").toString())),
        person.id() + " could not be told what the register of accounts wants");
  }
}
