package hallmonitor.moderation.console.operations;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.Allowance;
import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.mail.OnceMail;
import hallmonitor.moderation.console.access.mail.OnceMail.Addressed;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.District.Person;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Mails the person in charge of an account that runs low: once for each allowance, and daily while
 * one lasts longer. A mail that the mail server does not accept is tried again, by any instance.
 */
@ApplicationScoped
public class AccountWarningPost {
  private final AccountQueries accounts;
  private final OnceMail mail;
  private final ConsoleConfig config;
  private final LiveRules rules;

  AccountWarningPost(
      AccountQueries accounts, OnceMail mail, ConsoleConfig config, LiveRules rules) {
    this.accounts = accounts;
    this.mail = mail;
    this.config = config;
    this.rules = rules;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void tellDue() {
    District district = rules.district().current().value();
    LocalDate today = LocalDate.now(district.timeZone());
    for (AccountRow row : accounts.all(Scope.EVERYWHERE)) {
      Optional<Account> account = district.account(row.id()).filter(a -> row.isRunningLow());
      account.ifPresent(
          low ->
              district
                  .inChargeOf(low, today)
                  .ifPresent(person -> tell(row, low, person, district)));
    }
  }

  private void tell(AccountRow row, Account account, Person person, District district) {
    Optional<Allowance> allowance = row.status().flatMap(AccountStatus::allowance);
    Instant now = Instant.now();
    if (allowance.filter(counted -> !counted.until().isAfter(now)).isPresent()) {
      return; // the report is from before the current period
    }
    String link = config.url().resolve("/accounts#account-" + account.id()).toString();
    AccountWarningLetter letter =
        new AccountWarningLetter(person, account.name(), allowance, row.getFault());
    LocalDate day = LocalDate.ofInstant(now, district.timeZone());
    mail.send(
        transaction -> isDue(transaction, account.id(), allowance, now),
        new Addressed(
            "running-low/" + account.id() + "/" + person.id() + "/" + day,
            person.name(),
            person.email(),
            letter.with(link, district.timeZone())),
        "nobody could be told that the account " + account.id() + " runs low");
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

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
