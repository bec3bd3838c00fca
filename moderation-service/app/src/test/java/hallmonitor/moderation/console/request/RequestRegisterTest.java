package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Records officers keep the register of requests, with the deadline of each. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class RequestRegisterTest extends RequestsAtWork {
  @Test
  void whatCameByMailIsEnteredAndGetsANumberAndItsDeadline() {
    String path = entered(typed("received", monday().toString()));

    assertThat(page(officer, path))
        .contains("Every reply to the post about lunch", "Dana Reyes", "12 Elm Street", "Mail")
        .contains("R-" + monday().getYear() + "-0001", "5 ILCS 140/3(d)");
    assertThat(one("select due::text from records_request"))
        .as("five business days later")
        .isEqualTo(monday().plusDays(7).toString());
  }

  /** A Monday without a holiday of the shipped file in the week after it. */
  private static LocalDate monday() {
    LocalDate day = today().minusDays(300);
    while (day.getDayOfWeek() != DayOfWeek.MONDAY
        || day.getDayOfMonth() < 12
        || day.getDayOfMonth() > 17
        || Set.of(1, 2, 10, 11, 12).contains(day.getMonthValue())) {
      day = day.plusDays(1);
    }
    return day;
  }

  @Test
  void numbersOfAYearHaveNoGapsAndSendingTwiceIsOneRequest() {
    Map<String, String> twice = typed();

    assertThat(entered(twice)).isEqualTo(entered(twice));
    IntStream.range(0, 3).forEach(i -> entered(typed()));
    assertThat(texts("select position::text from records_request order by position"))
        .containsExactly("1", "2", "3", "4");
  }

  @Test
  void mistakesStandAtTheirFieldsAndNothingTypedIsLost() {
    Map<String, String> wrong = typed("received", today().plusDays(1).toString());
    wrong.put("contact", " ");

    ConsoleResponse answer = officer.post("/requests", wrong);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString())
        .contains("Every reply to the post about lunch", "Dana Reyes")
        .contains("Choose the day on which it arrived", "Enter where the answer goes");
    assertThat(officer.post("/requests", typed("words", "")).asString())
        .contains("Enter what was asked for");
    assertThat(texts("select 1::text from records_request")).isEmpty();
  }

  @Test
  void theMostUrgentComeFirstAndWhatIsLateSaysSo() {
    entered(typed("words", "The newest"));
    entered(typed("received", today().minusDays(90).toString()));
    String answered = entered(typed("words", "Done"));
    move(officer, answered, 0, "answered");

    String list = page(officer, "/requests");
    assertThat(list)
        .containsSubsequence("chip red", "about lunch", "The newest")
        .doesNotContain("Done");
    assertThat(page(officer, "/requests?show=late"))
        .contains("about lunch")
        .doesNotContain("The newest");
    assertThat(page(officer, "/requests?show=answered")).contains("Done").doesNotContain("lunch");
    String number =
        one("select 'R-' || year || '-' || position from records_request where words = 'Done'");
    assertThat(page(officer, "/requests?q=" + number)).contains("Done").doesNotContain("lunch");
    String code = one("select code from records_request where words = 'Done'");
    assertThat(page(officer, "/requests?show=open&q=" + number)).as("answered").contains("Done");
    assertThat(page(officer, "/requests?show=open&q=" + code)).as("answered").contains("Done");
    assertThat(page(officer, "/requests?q=newest")).contains("The newest").doesNotContain("lunch");
    assertThat(page(officer, "/requests?mine=true")).contains("Nothing was found.");
  }

  @Test
  void aRequestGoesThroughItsStatesWithItsHistory() {
    String path = entered(typed());

    officer.post(path + "/worker", Map.of("version", "0", "worker", "vega"));
    move(officer, path, 1, "in-review");
    officer.post(path + "/note", Map.of("note", "Asked the coach. " + SCRIPT));
    move(officer, path, 2, "answered");
    move(officer, path, 3, "closed");

    assertThat(page(officer, path))
        .containsSubsequence(
            "Closed the request",
            "Marked as answered",
            "Asked the coach.",
            "Started the review",
            "vega",
            "Received")
        .contains("What it found is held until")
        .doesNotContain(SCRIPT, "Next step");
    assertThat(page(officer, "/requests?mine=true&show=closed")).contains("about lunch");
    assertThat(texts("select act from audit where target like 'request R-%' order by id"))
        .contains(
            "request-received",
            "request-assigned",
            "request-in-review",
            "request-note",
            "request-closed");
    assertThat(texts("select detail from audit where act = 'request-assigned'"))
        .as("who works on it stands on record, too")
        .containsExactly("vega");
    assertThat(texts("select detail from audit")).noneMatch(detail -> detail.contains("Dana"));
    assertThat(
            one("select (held_until - closed_at = interval '180 days')::text from records_request"))
        .isEqualTo("true");
  }

  @Test
  void whatTheLawOrTheStateForbidsIsRefusedWithItsReason() {
    String path = entered(typed());

    assertThat(move(officer, path, 0, "closed").asString())
        .contains("A request that is received can&#39;t become closed.", "Because.");
    assertThat(officer.post(path + "/worker", Map.of("version", "0", "worker", "audra")).asString())
        .contains("Only records officers and administrators work on requests.");
    assertThat(
            officer
                .post(path + "/extension", Map.of("version", "0", "reason", "mood"))
                .statusCode())
        .isEqualTo(409);
    assertThat(officer.get("/requests/" + new UUID(0, 9)).statusCode()).isEqualTo(404);
  }

  @Test
  void theDeadlineIsExtendedOnceForAReasonOfTheLaw() {
    String path = entered(typed());
    Map<String, String> reason = Map.of("version", "0", "reason", "extensive-search");

    assertThat(officer.post(path + "/extension", reason).statusCode()).isEqualTo(303);
    assertThat(page(officer, path))
        .contains("Extended from", "requires an extensive search", "5 ILCS 140/3(e)(iii)");
    assertThat(
            officer
                .post(path + "/extension", Map.of("version", "1", "reason", "examination"))
                .asString())
        .contains("This deadline was already extended");
    assertThat(texts("select detail from audit where act = 'request-extended'"))
        .containsExactly("extensive-search");
  }

  @Test
  void theRequesterMayAgreeToALaterDayAlsoAfterTheDeadline() {
    String path = entered(typed("received", today().minusDays(90).toString()));
    String agreed = today().plusDays(20).toString();

    assertThat(agree(path, 0, "", "By letter.")).contains("Choose the day to which");
    assertThat(agree(path, 0, agreed, "")).contains("Write how and when the requester agreed.");
    assertThat(agree(path, 0, today().minusDays(91).toString(), "By letter."))
        .contains("Choose a day after the deadline");
    agree(path, 0, agreed, "By letter.");

    assertThat(one("select due::text || ' ' || reason from records_request"))
        .isEqualTo(agreed + " agreed");
    assertThat(page(officer, path).replaceAll("\\s+", " "))
        .contains("the requester agreed in writing.", agreed + ". By letter.")
        .contains("Recorded that the requester agreed to a later deadline")
        .doesNotContain("chip red");
  }

  private String agree(String path, int version, String until, String note) {
    return officer
        .post(
            path + "/agreement",
            Map.of("version", String.valueOf(version), "until", until, "note", note))
        .asString();
  }

  @Test
  void twoOfficersNeverOverwriteEachOther() {
    String path = entered(typed());
    move(officer, path, 0, "in-review");

    ConsoleResponse late = move(second, path, 0, "withdrawn");

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.asString()).contains("Someone else changed this request after you opened it");
    assertThat(one("select state from records_request")).isEqualTo("in-review");
  }

  @Test
  void anAuditorReadsTheRegisterButNotWhoAsked() {
    String path = entered(typed());
    ConsoleBrowser auditor = ConsoleBrowser.signedIn("audra");

    assertThat(page(auditor, path) + page(auditor, "/requests?q=lunch"))
        .contains("about lunch", "You do not see the name and address of the person who asked.")
        .doesNotContain("Dana Reyes", "12 Elm Street", "Next step", "Enter a request");
    assertThat(page(auditor, "/requests?q=Dana"))
        .as("nor by asking")
        .contains("Nothing was found.");
    assertThat(move(auditor, path, 0, "in-review").statusCode()).isEqualTo(403);
    assertThat(novak.get("/requests").statusCode()).isEqualTo(403);
    assertThat(texts("select actor from audit where act = 'request-read'")).contains("audra");
  }

  @Test
  void theRegisterSpeaksSpanish() {
    String path = entered(typed());
    officer.post("/language", Map.of("language", "es", "back", "/requests"));

    assertThat(page(officer, path))
        .contains("Lo que se solicitó", "Sin empezar", "Prorrogar el plazo");
    assertThat(page(officer, path)).contains("exige una búsqueda extensa");
    assertThat(page(officer, "/requests")).contains("Solicitudes de registros", "Vence");
    assertThat(page(officer, "/requests/new")).contains("Registrar una solicitud");
  }
}
