package hallmonitor.moderation.console.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.Allowance;
import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.mail.ConsoleMail;
import hallmonitor.moderation.console.access.mail.MailOutcome;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.District.Person;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;

/**
 * Mails the person in charge of an account that runs low: once for each allowance, and daily while
 * one lasts longer. A mail that the mail server does not accept is tried again, by any instance.
 */
@ApplicationScoped
public class AccountWarningPost {
  private static final System.Logger LOG = System.getLogger(AccountWarningPost.class.getName());

  private final AccountQueries accounts;
  private final ConsoleDatabase database;
  private final ConsoleMail mail;
  private final ConsoleConfig config;
  private final LiveRules rules;
  private final AtomicReference<MailOutcome> latest = new AtomicReference<>(MailOutcome.SENT);

  AccountWarningPost(
      AccountQueries accounts,
      ConsoleDatabase database,
      ConsoleMail mail,
      ConsoleConfig config,
      LiveRules rules) {
    this.accounts = accounts;
    this.database = database;
    this.mail = mail;
    this.config = config;
    this.rules = rules;
  }

  @Scheduled(
      every = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void tellDue() {
    District district = rules.district().current().value();
    for (AccountRow row : accounts.all(Scope.EVERYWHERE)) {
      Optional<Account> account = district.account(row.id()).filter(a -> row.isRunningLow());
      account.ifPresent(
          low -> inChargeOf(low, district).ifPresent(person -> tell(row, low, person, district)));
    }
  }

  private static Optional<Person> inChargeOf(Account account, District district) {
    LocalDate today = LocalDate.now(district.timeZone());
    return district
        .person(account.administrator())
        .flatMap(person -> district.inPlaceOf(person, today));
  }

  /** In one transaction: it is recorded as sent only if the mail server accepted it. */
  private void tell(AccountRow row, Account account, Person person, District district) {
    Optional<Allowance> allowance = row.status().flatMap(AccountStatus::allowance);
    Instant now = Instant.now();
    if (allowance.filter(counted -> !counted.until().isAfter(now)).isPresent()) {
      return; // the report is from before the current period
    }
    String link = config.url().resolve("/accounts#account-" + account.id()).toString();
    AccountWarningLetter letter =
        new AccountWarningLetter(person, account.name(), allowance, row.getFault());
    database.write(
        transaction -> {
          if (!isDue(transaction, account.id(), allowance, now)) {
            return false;
          }
          MailOutcome outcome =
              mail.send(
                  idOf(account, person, LocalDate.ofInstant(now, district.timeZone())),
                  person.name(),
                  person.email(),
                  letter.with(link, district.timeZone()));
          if (outcome != MailOutcome.SENT && !outcome.isFinal()) {
            transaction.rollback();
          }
          note(outcome, account);
          return true;
        });
  }

  private static boolean isDue(
      Handle transaction, String account, Optional<Allowance> allowance, Instant now) {
    return transaction
            .createUpdate(
                """
                insert into account_warning as old (account, counted_until, told_at)
                values (:account, :until, :now)
                on conflict (account) do update
                set counted_until = excluded.counted_until, told_at = excluded.told_at
                where old.counted_until < excluded.told_at
                  or old.told_at <= excluded.told_at - interval '24 hours'
                """)
            .bind("account", account)
            .bind("until", allowance.map(counted -> time(counted.until())).orElse(null))
            .bind("now", time(now))
            .execute()
        == 1;
  }

  /** The same at each attempt of a day, so that mail programs merge two copies. */
  private static UUID idOf(Account account, Person person, LocalDate day) {
    String name = "running-low/" + account.id() + "/" + person.id() + "/" + day;
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }

  /** Logs a problem once, because attempts repeat every few seconds. */
  private void note(MailOutcome outcome, Account account) {
    if (outcome != latest.getAndSet(outcome) && outcome != MailOutcome.SENT) {
      LOG.log(
          System.Logger.Level.WARNING,
          "nobody could be told that the account {0} runs low: {1}",
          account.id(),
          outcome.words());
    }
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
