package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Anyone asks for records by the public form, and hostile people and programs try it. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class PublicRequestTest extends RequestsAtWork {
  @Test
  void aRequestIsReceivedAndItsStatusFoundByThePrivateLinkOnly() {
    String status = received(filledIn());

    assertThat(page(officer, "/requests")).contains("All comments about the school bus in May");
    assertThat(outside.get(status + "?lang=en").asString())
        .contains("R-" + today().getYear() + "-0001", "Received. No one has started on it yet.")
        .contains("Our answer is due")
        .doesNotContain("Sam Ortiz", "sam@example.org", "school bus");
    String path = "/requests/" + one("select request_id::text from records_request");
    move(officer, path, 0, "in-review");
    assertThat(outside.get(status + "?lang=es").asString())
        .contains("Estamos trabajando en ella.")
        .doesNotContain("vega", "Because.");
    ConsoleResponse guessed = outside.get("/records-request/state/" + "0".repeat(32) + "?lang=en");
    assertThat(guessed.statusCode()).isEqualTo(404);
    assertThat(guessed.asString()).contains("We found no request with this link");
  }

  private void nobodyHasAnAddress() {
    database.write(h -> h.execute("update console_user set email = null"));
  }

  @Test
  void onlyIfSomeoneGetsAMailIsItSaidThatOfficersWereNotified() {
    nobodyHasAnAddress();
    assertThat(send(filledIn()).asString())
        .contains("Your request is in the district&#39;s register of requests.")
        .doesNotContain("were notified");
    assertThat(send(filledIn("lang", "es")).asString())
        .contains("Su solicitud está en el registro de solicitudes del distrito.");
    assertThat(page(officer, "/requests")).contains("Nobody gets mails about requests");

    database.write(
        h -> h.execute("update console_user set email = 'o@d.example' where user_name = 'okoro'"));

    assertThat(send(filledIn()).asString()).contains("records officers were notified.");
    assertThat(page(officer, "/requests")).doesNotContain("Nobody gets mails about requests");
    nobodyHasAnAddress();
  }

  @Test
  void aRequestThatNobodyStartedOnIsCountedInTheMenuAndWaitsAtHome() {
    received(filledIn());

    assertThat(page(officer, "/queue")).contains("data-count=\"requests\"><b>1</b>");
    assertThat(page(officer, "/home").replaceAll("\\s+", " "))
        .contains("Requests for records</span> <span class=\"value\">1</span>", "Next due");
    assertThat(page(novak, "/queue")).doesNotContain("data-count=\"requests\"");
    assertThat(novak.get("/menu/counts").asString()).contains("\"requests\":0");
    assertThat(page(novak, "/home")).doesNotContain("Requests for records");
    database.write(
        h ->
            h.execute(
                """
                update records_request set due = due - 300, received_on = received_on - 300, first_due = first_due - 300
                """));
    assertThat(page(officer, "/home")).contains("1 late");
    officer.post("/language", Map.of("language", "es", "back", "/home"));
    assertThat(page(officer, "/home")).contains("Solicitudes de registros", "vencidas: 1");

    String path = "/requests/" + one("select request_id::text from records_request");
    move(officer, path, 0, "in-review");

    assertThat(page(officer, "/queue")).contains("data-count=\"requests\" hidden><b>0</b>");
    assertThat(page(officer, "/home")).contains("Solicitudes de registros");
  }

  @Test
  void theFormNeedsNoSessionNoCookieAndNoScriptAndSpeaksSpanish() {
    ConsoleResponse form = outside.get("/records-request");
    assertThat(form.asString()).contains("We have 5 business days to answer");

    assertThat(form.cookies()).isEmpty();
    assertThat(form.asString())
        .contains("Request public records", "5 ILCS 140/3(d)", "For a commercial purpose")
        .doesNotContain("<script");
    assertThat(form.header("Referrer-Policy")).isEqualTo("strict-origin");
    assertThat(outside.get("/records-request", "Accept-Language", "es-MX").asString())
        .contains("Solicitar registros públicos", "¿Qué registros solicita?");
  }

  @Test
  void aCommercialRequestHasItsOwnDeadline() {
    received(filledIn("commercial", "yes"));

    assertThat(
            one(
                "select (commercial and fixed and due - received_on > 28)::text from records_request"))
        .isEqualTo("true");
    String path = "/requests/" + one("select request_id::text from records_request");
    assertThat(page(officer, path)).contains("Commercial").doesNotContain("Extend the deadline");
  }

  @Test
  void whatIsMissingOrTooLongIsToldAndWhatWasTypedStays() {
    for (Map<String, String> wrong :
        List.of(
            filledIn("contact", " "),
            filledIn("contact", "x".repeat(501)),
            filledIn("who", "x".repeat(201)))) {
      ConsoleResponse refused = send(wrong);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.asString()).contains("about the school bus in May", "aria-invalid");
    }
    assertThat(send(filledIn("words", "")).asString()).contains("Say what you ask for");
    assertThat(send(filledIn("words", "x".repeat(8_001))).statusCode()).isEqualTo(422);
    assertThat(send(filledIn("words", "x".repeat(70_000))).statusCode()).isEqualTo(413);
    assertThat(texts("select 1::text from records_request")).isEmpty();
  }

  @Test
  void scriptsAreOnlyText() {
    Map<String, String> hostile = filledIn("words", SCRIPT);
    hostile.put("who", SCRIPT);
    hostile.put("contact", SCRIPT);
    assertThat(send(hostile).asString()).doesNotContain(SCRIPT);
    String path = "/requests/" + one("select request_id::text from records_request");

    assertThat(page(officer, path) + page(officer, "/requests"))
        .contains("&lt;script&gt;")
        .doesNotContain(SCRIPT);
  }

  @Test
  void aProgramIsFoundOutAndAForgedFormIsRefused() {
    assertThat(send(filledIn("website", "https://spam.example")).statusCode())
        .as("answered like everybody")
        .isEqualTo(200);
    assertThat(send(filledIn("form", seal.form(Instant.now()))).asString())
        .contains("That was very fast", "about the school bus in May");
    for (String forged :
        List.of("", "x", "a.b", seal.form(Instant.now().minus(Duration.ofHours(13))))) {
      assertThat(send(filledIn("form", forged)).statusCode()).as(forged).isEqualTo(422);
    }
    assertThat(texts("select 1::text from records_request")).isEmpty();
  }

  @Test
  void aFormThatIsSentAgainIsOneRequest() {
    Map<String, String> fields = filledIn();

    assertThat(received(fields)).isEqualTo(received(fields));
    assertThat(one("select latest::text from records_request_year")).isEqualTo("1");
  }

  @Test
  void programsDoNotUseUpWhatPeopleMaySend() {
    for (int i = 0; i < 6; i++) {
      send(filledIn("website", "https://spam.example"));
    }

    assertThat(send(filledIn()).statusCode()).isEqualTo(200);
  }

  @Test
  void aFloodOfOneNetworkClosesTheFormForThisNetworkOnly() {
    send(filledIn("words", "The first"));
    repeated("request-near", 49);
    repeated("request-all", 999);

    ConsoleResponse often = send(filledIn());
    assertThat(often.statusCode()).isEqualTo(429);
    assertThat(often.asString()).contains("send it by mail or email to the district office");
    assertThat(texts("select count(*)::text from appeal_try where kind = 'request-all'"))
        .as("in vain, so it counts for nobody else")
        .containsExactly("1000");

    database.write(h -> h.execute("delete from appeal_try where kind <> 'request-all'"));
    assertThat(send(filledIn()).statusCode()).isEqualTo(200);
  }

  private void repeated(String kind, int times) {
    database.write(
        h ->
            h.execute(
                """
                insert into appeal_try (address, kind, known)
                select address, kind, known from appeal_try, generate_series(1, ?) where kind = ?
                """,
                times,
                kind));
  }

  @Test
  void aFloodClosesTheFormForOneAddress() {
    for (int i = 0; i < 5; i++) {
      received(filledIn("words", "Flood " + i));
    }
    ConsoleResponse often = send(filledIn());

    assertThat(often.statusCode()).isEqualTo(429);
    assertThat(often.header("Retry-After")).isEqualTo("3600");
    assertThat(often.asString()).contains("about the school bus in May");
  }
}
