package hallmonitor.moderation.console.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.Backfill;
import hallmonitor.contract.event.AccountStatus.Outcome;
import hallmonitor.contract.event.AccountStatus.Paused;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/**
 * A console with one account, an administrator, brandt, and a moderator, novak, who are signed in.
 */
abstract class AccountsAtWork {
  @Inject ConsoleDatabase database;

  Optional<AccountStatus.Allowance> allowance = Optional.empty();
  Optional<AccountStatus.EditWatch> edits = Optional.empty();
  Seed seed;
  ConsoleBrowser brandt;
  ConsoleBrowser novak;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    database.write(h -> h.execute("truncate account_request"));
    seed.person("novak", "moderator", false);
    seed.person("brandt", "administrator", false);
    novak = ConsoleBrowser.signedIn("novak");
    brandt = ConsoleBrowser.signedIn("brandt");
  }

  void reports(Optional<Paused> paused, Optional<Backfill> backfill, List<Outcome> outcomes) {
    AccountStatus status =
        new AccountStatus(
            "practice",
            "wordpress",
            "Practice page",
            AccountStatus.State.CONNECTED,
            List.of("hide", "restore"),
            Optional.of(Instant.now()),
            Optional.empty(),
            0,
            0.75,
            0,
            backfill,
            Optional.empty(),
            Instant.now(),
            paused,
            outcomes,
            allowance,
            Optional.empty(),
            edits);
    database.write(
        h ->
            h.execute(
                """
                insert into account_status values ('practice', ?::jsonb, now())
                on conflict (account) do update set status = excluded.status
                """,
                new String(EventJson.write(status), UTF_8)));
  }

  void reports() {
    reports(Optional.empty(), Optional.empty(), List.of());
  }

  Optional<Paused> pausedFor(Duration time) {
    return Optional.of(
        new Paused("brandt", "<b>The site moves</b>", Instant.now().minus(time), false));
  }
}
