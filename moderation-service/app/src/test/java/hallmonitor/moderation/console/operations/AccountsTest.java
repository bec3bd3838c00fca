package hallmonitor.moderation.console.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.Backfill;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.console.ConsoleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests what the accounts page and every other page say about an account. */
@ConsoleTest
class AccountsTest extends AccountsAtWork {
  /** An account as the ingest service reports one that it cannot read, or no longer should. */
  private void reported(String account, String platform, Instant at) {
    AccountStatus status =
        new AccountStatus(
            account,
            platform,
            "Old site",
            AccountStatus.State.UNREACHABLE,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            at,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    database.write(
        h ->
            h.execute(
                """
                insert into account_status values (?, ?::jsonb, now())
                on conflict (account) do update set status = excluded.status
                """,
                account,
                new String(EventJson.write(status), UTF_8)));
  }

  @Test
  void whereActsAreCountedThePageSaysForHowManyHidesTheyAreEnough() {
    reports(Optional.empty(), Optional.empty(), List.of());
    assertThat(novak.get("/accounts").asString()).doesNotContain("Hides left today");

    allowance = Optional.of(new AccountStatus.Allowance(37, Instant.now().plusSeconds(3600)));
    reports(Optional.empty(), Optional.empty(), List.of());
    assertThat(novak.get("/accounts").asString())
        .contains("Hides left today", "enough for 37 more, until");
  }

  @Test
  void thePageSaysHowLongEditsAreLookedFor() {
    reports();
    assertThat(novak.get("/accounts").asString()).doesNotContain("Looks for edits");

    edits = Optional.of(new AccountStatus.EditWatch(60, Optional.empty()));
    reports();
    assertThat(novak.get("/accounts").asString().replaceAll("\\s+", " "))
        .contains("Looks for edits", "up to 60 days after a comment was written")
        .doesNotContain("the oldest were read again");

    edits = Optional.of(new AccountStatus.EditWatch(52, Optional.of(Instant.now())));
    reports();
    assertThat(novak.get("/accounts").asString().replaceAll("\\s+", " "))
        .contains("up to 52 days", "the oldest were read again");

    edits = Optional.of(new AccountStatus.EditWatch(0, Optional.empty()));
    reports();
    assertThat(novak.get("/accounts").asString())
        .contains("not now: what was read is not read again");
  }

  @Test
  void anAccountThatWasRemovedIsGoneOnceItIsNoLongerReported() {
    reported("old-site", "wordpress", Instant.now());
    assertThat(brandt.get("/accounts").asString())
        .contains("Old site", "Removed from the district&#39;s file");

    reported("old-site", "wordpress", Instant.now().minus(Duration.ofMinutes(10)));
    assertThat(brandt.get("/accounts").asString()).doesNotContain("Old site");
  }

  @Test
  void anAccountWithoutAConnectorIsNotCalledUnreachableOrCaughtUp() {
    reported("practice", "facebok", Instant.now());

    assertThat(brandt.get("/accounts").asString())
        .contains("Not read: there is no connector for this platform", "unknown")
        .doesNotContain("Unreachable", "caught up");
  }

  @Test
  void aPausedAccountIsShownOnEveryPageWithWhoAndWhyAsText() {
    reports(pausedFor(Duration.ofMinutes(5)), Optional.empty(), List.of());

    assertThat(novak.get("/queue").asString())
        .contains("class=\"paused\"", "is paused by <bdi>Elias Brandt</bdi>")
        .contains("&lt;b&gt;The site moves&lt;/b&gt;")
        .doesNotContain("<b>The site moves", "class=\"alarm\"");
    assertThat(brandt.get("/accounts").asString())
        .contains(
            "by <bdi>Elias Brandt</bdi> for",
            "Resume reading",
            "New comments are not being read. Decisions by people are still carried out.");
  }

  @Test
  void anAccountThatStaysPausedForLongIsAnAlarmOnEveryPage() {
    reports(pausedFor(Duration.ofHours(5)), Optional.empty(), List.of());

    assertThat(novak.get("/queue").asString())
        .contains("class=\"alarm\" role=\"alert\"", "has been paused for 5 h");
    assertThat(novak.part("/clocks/alarm").asString()).contains("has been paused for 5 h");
  }

  @Test
  void aHistoryThatWaitsForThePipelineSaysSoInBothLanguages() {
    reports(
        Optional.empty(),
        Optional.of(
            new Backfill(
                120,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(LocalDate.parse("2026-09-01")),
                false,
                Optional.empty(),
                true)),
        List.of());

    assertThat(brandt.get("/accounts").asString())
        .contains("It waits until fewer comments are left to judge");
    assertThat(brandt.get("/accounts", "Accept-Language", "es").asString())
        .contains("Espera a que queden menos comentarios por evaluar");
  }

  @Test
  void theHistoryTellsHowFarItHasComeAndHowLongItTakes() {
    reports(
        Optional.empty(),
        Optional.of(
            new Backfill(
                120,
                Optional.of(340L),
                Optional.of(Instant.parse("2026-10-01T00:00:00Z")),
                false,
                Optional.of(LocalDate.parse("2026-09-01")),
                false,
                Optional.of(Instant.now().plus(Duration.ofMinutes(10)).plusSeconds(20)),
                false)),
        List.of());

    assertThat(brandt.get("/accounts").asString())
        .contains("History from Sep 1", ": 120 of 340 comments read")
        .contains("About 10 min left.")
        .contains("Stop reading history");
  }
}
