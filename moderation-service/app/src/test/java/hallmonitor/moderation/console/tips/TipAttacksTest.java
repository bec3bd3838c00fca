package hallmonitor.moderation.console.tips;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What hostile people and programs send to the form. */
@ConsoleTest
class TipAttacksTest extends TipsAtWork {
  private static final String SCRIPT = "<script>alert(1)</script>";

  private ConsoleResponse sendFile(Map<String, String> fields, String name, byte[] content) {
    return outside.postFile("/report", fields, "screenshot", name, content);
  }

  @Test
  void theFormNeedsNoSessionNoCookieAndNoScriptAndSpeaksSpanish() {
    ConsoleResponse page = outside.get("/report?link=https%3A%2F%2Fa.example%2F1");

    assertThat(page.cookies()).isEmpty();
    assertThat(page.asString())
        .contains("Report something you saw", "value=\"https://a.example/1\"", "call 911 first")
        .doesNotContain("<script");
    assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
    assertThat(page.header("Referrer-Policy")).isEqualTo("strict-origin");
    assertThat(outside.get("/report", "Accept-Language", "es-MX").asString())
        .contains("Reportar algo que vio", "Alguien puede estar en peligro ahora");
  }

  @Test
  void scriptsInEveryFieldAreOnlyText() {
    Map<String, String> fields = filledIn();
    fields.put("link", "https://a.example/" + SCRIPT);
    fields.put("text", SCRIPT);
    fields.put("where", SCRIPT);
    fields.put("who", SCRIPT);
    assertThat(send(with(fields, "urgency", "")).asString()).doesNotContain(SCRIPT);
    assertThat(received(fields)).isNotBlank();
    assertThat(List.of(page(), novak.get("/tips").asString()))
        .allSatisfy(shown -> assertThat(shown).contains("&lt;script&gt;").doesNotContain(SCRIPT));
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    Map<String, String> changed = new java.util.HashMap<>(fields);
    changed.put(name, value);
    return changed;
  }

  @Test
  void aLinkThatIsNoWebAddressIsNeverALink() {
    for (String link : List.of("javascript:alert(1)", "data:text/html,x", "//a.example", "notes")) {
      assertThat(send(with(filledIn(), "link", link)).asString())
          .as(link)
          .contains("A link begins with https://");
      assertThat(outside.get("/report?link=" + java.net.URLEncoder.encode(link, UTF_8)).asString())
          .contains("name=\"link\" type=\"url\" inputmode=\"url\" value=\"\"");
    }
    assertThat(tips()).isZero();
  }

  @Test
  void whatIsMissingOrTooLongIsToldAndWhatWasTypedStays() {
    Map<String, String> nothing = with(with(filledIn(), "link", ""), "text", "");
    assertThat(send(nothing).asString()).contains("Paste a link, add a screenshot, or describe");
    for (String field : List.of("what", "urgency", "school")) {
      ConsoleResponse refused = send(with(filledIn(), field, "nonsense"));
      assertThat(refused.statusCode()).as(field).isEqualTo(422);
      assertThat(refused.asString()).contains("They plan to jump Leo", "Choose ");
    }
    assertThat(send(with(filledIn(), "text", "x".repeat(4_001))).statusCode()).isEqualTo(422);
    assertThat(send(with(filledIn(), "where", "x".repeat(201))).statusCode()).isEqualTo(422);
    assertThat(send(with(filledIn(), "who", "x".repeat(121))).statusCode()).isEqualTo(422);
    assertThat(tips()).isZero();
  }

  @Test
  void aProgramIsFoundOutAndAForgedFormIsRefused() {
    assertThat(send(with(filledIn(), "website", "https://spam.example")).statusCode())
        .as("answered like everybody")
        .isEqualTo(200);
    assertThat(send(with(filledIn(), "form", formMade(Duration.ZERO))).asString())
        .contains("That was very fast", "They plan to jump Leo");
    for (String forged : List.of("", "x", "a.b", formMade(Duration.ofHours(13)))) {
      assertThat(send(with(filledIn(), "form", forged)).statusCode()).as(forged).isEqualTo(422);
    }
    assertThat(tips()).isZero();
  }

  @Test
  void aFormThatIsSentAgainIsOneTip() {
    Map<String, String> fields = filledIn();

    assertThat(received(fields)).isEqualTo(received(fields));
    assertThat(tips()).isEqualTo(1);
    assertThat(deciding.escalations()).hasSize(1);
  }

  @Test
  void aScreenshotIsDrawnAgainAndNeverServedAsWhatItWas() {
    byte[] png = PictureHost.picture("png", 40, 30);
    byte[] smuggled = java.util.Arrays.copyOf(png, png.length + SCRIPT.length());
    System.arraycopy(SCRIPT.getBytes(UTF_8), 0, smuggled, png.length, SCRIPT.length());
    statusPath(sendFile(filledIn(), "x.html", smuggled));
    String tip = texts("select tip_id::text from tip").get(0);

    ConsoleResponse shown = novak.picture("/tips/" + tip + "/screenshot");
    assertThat(shown.contentType()).isEqualTo("image/jpeg");
    assertThat(shown.http().headers().allValues("Content-Security-Policy"))
        .anyMatch(policy -> policy.contains("sandbox"));
    assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(new String(shown.asByteArray(), UTF_8)).doesNotContain("script");
    String hash = texts("select screenshot_sha256 from tip").get(0);
    assertThat(texts("select detail from case_event where kind = 'screenshot-handed-in'"))
        .containsExactly("SHA-256 " + hash + ".");
    assertThat(deciding.escalations().get(0).get("capture").toString()).contains(hash);
    assertThat(texts("select act from audit")).contains("tip-screenshot-read");
  }

  @Test
  void whatIsNoPictureOrTooLargeIsRefused() {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8);
    assertThat(sendFile(filledIn(), "x.svg", svg).asString())
        .contains("not a picture that we can read");
    assertThat(sendFile(filledIn(), "x.png", SCRIPT.getBytes(UTF_8)).statusCode()).isEqualTo(422);
    assertThat(isTooLarge(filledIn(), new byte[7 << 20])).isTrue();
    assertThat(tips()).isZero();
  }

  /** The connection may break while the rest is still being sent (RFC 9110, section 15.5.14). */
  private boolean isTooLarge(Map<String, String> fields, byte[] content) {
    try {
      return sendFile(fields, "x.png", content).statusCode() == 413;
    } catch (UncheckedIOException broken) {
      return true;
    }
  }

  @Test
  void aFloodClosesTheFormForOneAddressAndNotForAnotherSchoolsStaff() {
    for (int i = 0; i < 10; i++) {
      received(with(filledIn(), "text", "Flood " + i));
    }
    ConsoleResponse often = send(filledIn());
    assertThat(often.statusCode()).isEqualTo(429);
    assertThat(often.header("Retry-After")).isEqualTo("3600");
    assertThat(often.asString()).contains("They plan to jump Leo");

    statusPath(novak.postWithoutToken("/report", filledIn()));
  }

  @Test
  void othersWhoFloodOneSchoolCannotCloseTheFormForAnother() {
    database.write(
        h ->
            h.execute(
                "insert into appeal_try (address, kind) select 'other ' || n,"
                    + " 'tip-public:maple-high' from generate_series(1, 300) n"));
    assertThat(send(filledIn()).statusCode()).isEqualTo(429);
    received(with(filledIn(), "school", "birch-elementary"));
  }

  @Test
  void aFloodStopsNotifyingAndStaysInTheQueue() {
    received(filledIn());
    database.write(
        h ->
            h.execute(
                """
                insert into tip select gen_random_uuid(), case_id, 'r' || n, 's' || n, way, urgency, category, link, place,
                  body, language, reporter, reporter_user, anonymous, null, null, true, received_at, null
                from tip, generate_series(1, 20) n
                """));
    received(with(filledIn(), "text", "One more."));

    assertThat(deciding.escalations()).hasSize(1);
    assertThat(texts("select state from review_case")).containsExactly("open", "open");
  }

  @Test
  void aGuessedStatusShowsNothing() {
    received(filledIn());
    ConsoleResponse guessed = outside.get("/report/state/" + "0".repeat(32) + "?lang=en");

    assertThat(guessed.statusCode()).isEqualTo(404);
    assertThat(guessed.asString()).contains("We found no report with this link");
  }

  @Test
  void onlyTheFormWithAFileMayBeLong() {
    assertThat(outside.postFile("/appeal", Map.of(), "x", "x", new byte[200_000]).statusCode())
        .isEqualTo(413);
  }
}
