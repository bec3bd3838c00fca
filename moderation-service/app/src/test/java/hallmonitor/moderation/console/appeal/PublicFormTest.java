package hallmonitor.moderation.console.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.ObjectionSeed;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the public appeal form, as people and programs without a session use it. */
@ConsoleTest
class PublicFormTest {
  private static final String NOBODYS = ShortCode.of(123_456_789).toString();

  @Inject ConsoleDatabase database;
  @Inject AppealSeal seal;
  @Inject AppealRateJob oldTries;

  private ObjectionSeed objections;
  private UUID id;
  private String reference;

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
    objections = new ObjectionSeed(database);
    objections.nobodyTried();
    id = seed.aCase("1").saying("You damn fool").there();
    reference =
        ObjectionSeed.reference(ConsoleBrowser.signedIn("novak").get("/cases/" + id).asString());
  }

  /** Returns a form made some time ago. */
  private String formMade(Duration ago) {
    return seal.form(Instant.now().minus(ago));
  }

  private Map<String, String> filledIn() {
    Map<String, String> fields = new HashMap<>();
    fields.put("form", formMade(Duration.ofMinutes(1)));
    fields.put("reference", reference);
    fields.put("who", "Dana Reyes");
    fields.put("contact", "dana@example.org");
    fields.put("why", "I quoted the play.");
    fields.put("website", "");
    return fields;
  }

  private static ConsoleResponse send(Map<String, String> fields) {
    return new ConsoleBrowser().postWithoutToken("/appeal", fields);
  }

  private static ConsoleResponse look(Map<String, String> fields) {
    return new ConsoleBrowser().postWithoutToken("/appeal/state", fields);
  }

  private static String code(ConsoleResponse received) {
    Matcher found =
        Pattern.compile("<code class=\"secret\">([0-9A-Z-]{14})</code></dd> </div> </dl>")
            .matcher(received.asString());
    assertThat(found.find()).as(received.asString()).isTrue();
    return found.group(1);
  }

  private List<String> appeals() {
    return objections.rows("select appellant || ': ' || why from appeal order by received_at");
  }

  @Test
  void theFormNeedsNoSessionNoCookieAndNoScript() {
    ConsoleResponse page = new ConsoleBrowser().get("/appeal?ref=" + reference);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.cookies()).isEmpty();
    assertThat(page.asString())
        .contains("Appeal a hidden comment", "value=\"" + reference + "\"", "lang=\"en\"")
        .doesNotContain("<script");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(send(filledIn()).cookies()).isEmpty();
  }

  @Test
  void itSpeaksSpanishToAnyoneWhoAsks() {
    assertThat(new ConsoleBrowser().get("/appeal?lang=es").asString())
        .contains("lang=\"es\"", "Apelar un comentario oculto");
    assertThat(new ConsoleBrowser().get("/appeal", "Accept-Language", "es-MX,es;q=0.9").asString())
        .contains("¿Por qué fue un error?");
    Map<String, String> fields = filledIn();
    fields.put("lang", "es");
    fields.put("why", "");
    assertThat(send(fields).asString()).contains("Diga por qué fue un error");
  }

  @Test
  void anObjectionArrivesOnceHoweverOftenItsFormIsSent() {
    Map<String, String> fields = filledIn();
    String code = code(send(fields));

    assertThat(code(send(fields))).isEqualTo(code);
    assertThat(appeals()).containsExactly("Dana Reyes: I quoted the play.");
    assertThat(objections.rows("select kind || ' ' || actor || ' ' || detail from case_event"))
        .contains("appeal-received public form I quoted the play.");
    assertThat(objections.rows("select actor || ' ' || act || ' ' || target from audit"))
        .contains("public form appeal-received case " + id);
    assertThat(objections.rows("select channel || due_at::date from appeal"))
        .singleElement()
        .asString()
        .startsWith("form");
  }

  @Test
  void whetherAReferenceNamesAnythingCannotBeSeen() {
    Map<String, String> fields = filledIn();
    ConsoleResponse real = send(fields);
    fields.put("reference", NOBODYS);
    ConsoleResponse nobodys = send(fields);

    assertThat(nobodys.statusCode()).isEqualTo(real.statusCode());
    assertThat(nobodys.asString().replace(NOBODYS, reference).replace(code(nobodys), "CODE"))
        .isEqualTo(real.asString().replace(code(real), "CODE"));
    assertThat(appeals()).hasSize(1);
  }

  @Test
  void aSlipOfThePenIsToldAndWhatWasTypedStays() {
    Map<String, String> fields = filledIn();
    char first = reference.charAt(0) == '7' ? '8' : '7';
    fields.put("reference", first + reference.substring(1));
    fields.put("why", "<b>quoted</b> \u202Eevil");
    ConsoleResponse refused = send(fields);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains(
            "Check the reference: a letter or digit is wrong",
            "&lt;b&gt;quoted&lt;/b&gt;",
            "aria-invalid")
        .as("the same form comes back: mended at once, it is no program's haste")
        .contains("value=\"" + fields.get("form") + "\"")
        .doesNotContain("<b>quoted");
    assertThat(appeals()).isEmpty();
  }

  @Test
  void lengthsAreCapped() {
    for (var tooLong :
        Map.of("who", "x".repeat(121), "contact", "x".repeat(201), "why", "x".repeat(4_001))
            .entrySet()) {
      Map<String, String> fields = filledIn();
      fields.put(tooLong.getKey(), tooLong.getValue());
      assertThat(send(fields).statusCode()).as(tooLong.getKey()).isEqualTo(422);
    }
    Map<String, String> fields = filledIn();
    fields.put("why", "x".repeat(40_000));
    assertThat(send(fields).statusCode()).isEqualTo(413);
    assertThat(appeals()).isEmpty();
  }

  @Test
  void aProgramIsFoundOutByWhatNobodySeesAndByItsHaste() {
    Map<String, String> trapped = filledIn();
    trapped.put("website", "https://spam.example");
    assertThat(send(trapped).statusCode()).as("answered like everybody").isEqualTo(200);
    Map<String, String> hasty = filledIn();
    hasty.put("form", formMade(Duration.ZERO));
    assertThat(send(hasty).asString()).contains("That was very fast", "I quoted the play.");
    Map<String, String> stale = filledIn();
    stale.put("form", formMade(Duration.ofHours(13)));
    assertThat(send(stale).statusCode()).isEqualTo(422);
    for (String forged : List.of("", "x", "a.b", formMade(Duration.ofMinutes(1)) + "0")) {
      Map<String, String> fields = filledIn();
      fields.put("form", forged);
      assertThat(send(fields).statusCode()).as(forged).isEqualTo(422);
    }
    assertThat(appeals()).isEmpty();
  }

  @Test
  void oneAddressIsHeardSoOftenAnHourAndARestartForgivesNobody() {
    for (int i = 0; i < 5; i++) {
      Map<String, String> fields = filledIn();
      fields.put("why", "No. " + i);
      assertThat(send(fields).statusCode()).isEqualTo(200);
    }
    ConsoleResponse often = send(filledIn());
    assertThat(often.statusCode()).isEqualTo(429);
    assertThat(often.header("Retry-After")).isEqualTo("3600");
    assertThat(often.asString()).contains("I quoted the play.");
    assertThat(objections.rows("select distinct address from appeal_try"))
        .as("kept as a keyed hash")
        .allMatch(address -> address.matches("[0-9a-f]{64}"));

    objections.write("update appeal_try set at = at - interval '61 minutes'");
    assertThat(send(filledIn()).statusCode()).isEqualTo(200);
    assertThat(appeals()).hasSize(6);
  }

  @Test
  void whoAskedIsForgottenAfterADay() {
    others(3, true);
    objections.write("update appeal_try set at = at - interval '25 hours'");
    others(2, false);

    oldTries.round();

    assertThat(objections.rows("select known from appeal_try")).containsExactly("f", "f");
  }

  @Test
  void everybodyTogetherIsHeardSoOftenAnHour() {
    others(100, true);

    assertThat(send(filledIn()).statusCode()).isEqualTo(429);
    Map<String, String> fields = filledIn();
    fields.put("reference", NOBODYS);
    assertThat(send(fields).statusCode()).as("or it would tell what exists").isEqualTo(429);
  }

  private void others(int number, boolean known) {
    objections.write(
        "insert into appeal_try (address, kind, known) select 'other ' || n, 'send', "
            + known
            + " from generate_series(1, "
            + number
            + ") n");
  }

  @Test
  void nobodyClosesTheFormForOthersWithReferencesOfTheirOwnMaking() {
    Map<String, String> fields = filledIn();
    fields.put("reference", NOBODYS);
    send(fields);
    assertThat(objections.rows("select known from appeal_try")).containsExactly("f");
    others(500, false);

    assertThat(send(filledIn()).statusCode()).isEqualTo(200);

    assertThat(appeals()).hasSize(1);
    assertThat(
            objections.rows(
                "select known from appeal_try where address not like 'other%' order by at"))
        .containsExactly("f", "t");
  }

  @Test
  void anAddressThatTheSenderClaimsIsNotCounted() {
    for (int i = 0; i < 6; i++) {
      Map<String, String> fields = filledIn();
      fields.put("why", "No. " + i);
      int status =
          new ConsoleBrowser()
              .postWithoutToken(
                  "/appeal",
                  fields,
                  "X-Forwarded-For",
                  "198.51.100." + i,
                  "Forwarded",
                  "for=1.1.1." + i)
              .statusCode();
      assertThat(status).isEqualTo(i < 5 ? 200 : 429);
    }
  }

  @Test
  void itsSenderSeesHowItStandsWithReferenceAndCode() {
    String code = code(send(filledIn()));
    Map<String, String> asked =
        Map.of("form", formMade(Duration.ZERO), "reference", reference, "code", code);
    assertThat(look(asked).asString()).contains("Waiting for a decision");

    objections.write(
        """
        update appeal set state = 'overturned', decided_by = 'brandt', decided_at = now(), reason = 'A <i>quote</i>.'
        """);
    assertThat(look(asked).asString())
        .contains("we were wrong", "A &lt;i&gt;quote&lt;/i&gt;.")
        .doesNotContain("brandt");
  }

  @Test
  void aWrongCodeAndAReferenceOfNobodyShowTheSame() {
    code(send(filledIn()));
    String form = formMade(Duration.ZERO);
    String wrongCode =
        look(Map.of("form", form, "reference", reference, "code", NOBODYS)).asString();
    String nobodys = look(Map.of("form", form, "reference", NOBODYS, "code", NOBODYS)).asString();

    assertThat(wrongCode).contains("We found no appeal with this reference and code");
    assertThat(nobodys).isEqualTo(wrongCode);
    objections.write(
        "insert into appeal_try (address, kind) select address, 'look' from appeal_try,"
            + " generate_series(1, 30)");
    assertThat(look(Map.of("form", form, "reference", reference, "code", NOBODYS)).statusCode())
        .isEqualTo(429);
  }
}
