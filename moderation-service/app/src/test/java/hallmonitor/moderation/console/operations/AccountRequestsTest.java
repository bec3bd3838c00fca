package hallmonitor.moderation.console.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountCommand;
import hallmonitor.contract.event.AccountCommand.Act;
import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.Outcome;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests what an administrator asks of an account. */
@ConsoleTest
class AccountRequestsTest extends AccountsAtWork {
  private static final String COMMAND = "4a5f6e7d-8c9b-5a0f-9e2d-3c4b5a6f7e88";

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
  void anAdministratorAlsoStopsActsWithAReasonAndThePageSaysWhatThatMeans() {
    reports();
    assertThat(ask(brandt, "act", "HALT", "reason", " ").statusCode()).isEqualTo(422);
    ask(brandt, "act", "HALT", "reason", "The account moves.");
    assertThat(sent()).singleElement().satisfies(c -> assertThat(c.act()).isEqualTo(Act.HALT));

    reports(
        Optional.of(new AccountStatus.Paused("brandt", "The account moves.", Instant.now(), true)),
        Optional.empty(),
        List.of());

    assertThat(novak.get("/accounts").asString())
        .contains("Nothing is read there, hidden, or answered.", "hides against danger wait");
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
}
