package hallmonitor.moderation.console.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountCommand;
import hallmonitor.contract.event.AccountCommand.Act;
import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.Backfill;
import hallmonitor.contract.event.AccountStatus.Outcome;
import hallmonitor.contract.event.AccountStatus.Paused;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the accounts page: status, administrators' commands, and what everybody must see. */
@ConsoleTest
class AccountsTest {
  private static final String COMMAND = "4a5f6e7d-8c9b-5a0f-9e2d-3c4b5a6f7e88";

  @Inject ConsoleDatabase database;

  private Optional<AccountStatus.Allowance> allowance = Optional.empty();
  private Optional<AccountStatus.EditWatch> edits = Optional.empty();
  private Seed seed;
  private ConsoleBrowser brandt;
  private ConsoleBrowser novak;

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

  private void reports(
      Optional<Paused> paused, Optional<Backfill> backfill, List<Outcome> outcomes) {
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

  private void reports() {
    reports(Optional.empty(), Optional.empty(), List.of());
  }

  private Optional<Paused> pausedFor(Duration time) {
    return Optional.of(new Paused("brandt", "<b>The site moves</b>", Instant.now().minus(time)));
  }

  private List<AccountCommand> sent() {
    return seed.outgoing().stream()
        .map(json -> EventJson.read(json.getBytes(UTF_8), AccountCommand.class))
        .toList();
  }

  private ConsoleResponse ask(ConsoleBrowser who, String... fields) {
    Map<String, String> form = new java.util.HashMap<>(Map.of("command", COMMAND));
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return who.post("/accounts/practice", form);
  }

  @Test
  void anAdministratorPausesAnAccountWithAReasonAndItIsSentAndAudited() {
    reports();

    assertThat(ask(brandt, "act", "PAUSE", "reason", "The site moves.").statusCode())
        .isEqualTo(303);

    assertThat(sent())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.commandId()).isEqualTo(UUID.fromString(COMMAND));
              assertThat(c.account()).isEqualTo("practice");
              assertThat(c.act()).isEqualTo(Act.PAUSE);
              assertThat(c.by()).isEqualTo("brandt");
              assertThat(c.reason()).isEqualTo("The site moves.");
            });
    assertThat(audited()).contains("brandt account-pause account practice The site moves.");
  }

  private List<String> audited() {
    return database.read(
        h ->
            h.select("select actor || ' ' || act || ' ' || target || ' ' || detail from audit")
                .mapTo(String.class)
                .list());
  }

  @Test
  void aFormThatIsSentTwiceIsOneCommand() {
    reports();
    ask(brandt, "act", "CHECK");
    ask(brandt, "act", "CHECK");

    assertThat(sent()).hasSize(1);
    assertThat(audited().stream().filter(a -> a.contains("account-check"))).hasSize(1);
  }

  @Test
  void aPauseWithoutAReasonAndAHistoryFromTomorrowAreRefusedInWords() {
    reports();
    ConsoleResponse noReason = ask(brandt, "act", "PAUSE", "reason", "  ");
    ConsoleResponse tomorrow =
        ask(brandt, "act", "START_BACKFILL", "from", LocalDate.now().plusDays(2).toString());
    ConsoleResponse noDay = ask(brandt, "act", "START_BACKFILL", "from", "soon");
    ConsoleResponse nothing = ask(brandt, "act", "EXPLODE");

    assertThat(List.of(noReason, tomorrow, noDay, nothing))
        .allMatch(answer -> answer.statusCode() == 422);
    assertThat(noReason.asString())
        .contains("Say why you are pausing the account. Everyone sees the reason.");
    assertThat(tomorrow.asString()).contains("not in the future");
    assertThat(sent()).isEmpty();
  }

  @Test
  void theHistoryIsAskedForFromADay() {
    reports();
    ask(brandt, "act", "START_BACKFILL", "from", "2026-09-01");

    assertThat(sent())
        .singleElement()
        .satisfies(c -> assertThat(c.from()).contains(LocalDate.parse("2026-09-01")));
  }

  @Test
  void aModeratorReadsAndChangesNothing() {
    reports();

    assertThat(novak.get("/accounts").asString())
        .contains("(practice page)", "75%", "hide, restore")
        .doesNotContain("Pause reading", "<form method=\"post\" action=\"/accounts");
    assertThat(ask(novak, "act", "PAUSE", "reason", "x").statusCode()).isEqualTo(403);
    assertThat(sent()).isEmpty();
  }

  @Test
  void anAccountThatNobodyKnowsIsNotThere() {
    assertThat(brandt.post("/accounts/nope", Map.of("act", "CHECK")).statusCode()).isEqualTo(404);
    assertThat(brandt.get("/accounts/nope/figures").statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasAskedWaitsUntilItsOutcomeIsReported() {
    reports();
    ask(brandt, "act", "CHECK");
    assertThat(novak.get("/accounts").asString())
        .contains("Connection test. Waiting for the result.");
    assertThat(novak.part("/accounts/practice/answer").statusCode()).isEqualTo(204);

    reports(
        Optional.empty(),
        Optional.empty(),
        List.of(
            new Outcome(
                UUID.fromString(COMMAND),
                "CHECK",
                "brandt",
                false,
                "It does not accept <i>that</i>.",
                Instant.now())));

    ConsoleResponse answer = novak.part("/accounts/practice/answer");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString())
        .contains("failed.", "It does not accept &lt;i&gt;that&lt;/i&gt;.")
        .doesNotContain("on its way");
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
                Optional.of(Instant.now().plus(Duration.ofMinutes(10)).plusSeconds(20)))),
        List.of());

    assertThat(brandt.get("/accounts").asString())
        .contains("History from Sep 1", ": 120 of 340 comments read")
        .contains("About 10 min left.")
        .contains("Stop reading history");
  }
}
