package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the forms for who is notified next and when, for all categories and for one. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class RoutingFormsTest extends DeskAtWork {
  private static Map<String, Object> pace() {
    Map<String, Object> form = new HashMap<>();
    form.put("remind-after", "15m");
    form.put("pass-on-after", "30m");
    form.put("rounds", "2");
    form.put("roles-told", "at-once");
    form.put("undelivered-after", "10m");
    form.put("then-own", "yes");
    form.put("then", List.of("assistant-principal", "", ""));
    form.put("last-own", "yes");
    form.put("last", List.of("superintendent", ""));
    return form;
  }

  private EscalationRules inForce() {
    return EscalationFile.read(PolicySeed.inFile("escalation.yaml"));
  }

  @Test
  void savingWhatIsThereChangesNothing() {
    long id = desk.begin("escalation", "Nothing");
    String before = desk.text(id);

    desk.fill(desk.brandt, id, "routing/immediate", 0, pace());

    assertThat(desk.text(id)).isEqualTo(before);
  }

  @Test
  void timesAndContactsAreChangedAndTheRemarksStay() {
    long id = desk.begin("escalation", "Sooner");
    Map<String, Object> sooner = pace();
    sooner.put("remind-after", "5m");
    sooner.put("pass-on-after", "10m");
    sooner.put("then", List.of("assistant-principal", "counselor", ""));

    desk.fill(desk.brandt, id, "routing/immediate", 0, sooner);

    assertThat(desk.text(id))
        .contains("  remind-after: 5m\n")
        .contains("  pass-on-after: 10m          # from when someone was notified")
        .contains("  then: [assistant-principal, counselor]\n");
    desk.publish(id, 1);
    assertThat(inForce().immediate().pace().remindAfter()).isEqualTo(Duration.ofMinutes(5));
    assertThat(desk.brandt.get("/policy/versions?of=escalation").asString()).contains("Because.");
  }

  @Test
  void aCategoryGetsContactsOfItsOwnAndLosesThemAgain() {
    long id = desk.begin("escalation", "Hate");
    String before = desk.text(id);

    desk.fill(
        desk.brandt,
        id,
        "routing/hate.soon",
        0,
        Map.of("then-own", "yes", "then", List.of("counselor")));

    assertThat(desk.text(id)).contains("  hate:\n    soon:").contains("then: [counselor]");
    assertThat(desk.page(id)).contains("Then: counselor.", "No mistakes");
    desk.brandt.post("/policy/forms/" + id + "/routing/hate.soon/remove", Map.of("revision", "1"));
    assertThat(desk.text(id)).isEqualTo(before);
  }

  @Test
  void eachMistakeStandsAtItsField() {
    long id = desk.begin("escalation", "Wrong");
    Map<String, Object> wrong = pace();
    wrong.put("remind-after", "an hour");
    wrong.put("rounds", "0");
    wrong.put("then", List.of("janitor"));

    assertThat(desk.filled(desk.brandt, id, "routing/immediate", 0, wrong))
        .contains(
            "<div id=\"remind-after-says\"><p class=\"mistake\">&#39;an hour&#39; is not a time")
        .contains("<div id=\"rounds-says\"><p class=\"mistake\">&#39;0&#39; is not a whole number")
        .contains("<p class=\"mistake\">&#39;janitor&#39; is not one of")
        .contains("<option value=\"janitor\" selected>");
  }

  @Test
  void hostileTextStaysTextInEveryField() {
    for (String hostile : PolicyDesk.HOSTILE) {
      long id = desk.begin("escalation", "x");
      Map<String, Object> form = pace();
      form.replaceAll((field, value) -> value instanceof List ? List.of(hostile) : hostile);
      form.put("then-own", "yes");
      form.put("last-own", "yes");

      String page =
          desk.filled(desk.brandt, id, "routing/threat.immediate", 0, form) + desk.page(id);

      assertThat(page)
          .as(hostile)
          .doesNotContain("<img src=x", "<script>alert", "unknown key", "this is not YAML");
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    long id = desk.begin("escalation", "x");
    for (String item :
        List.of("routing/digest", "routing/weather.soon", "routing/all", "people/0")) {
      assertThat(desk.brandt.get("/policy/forms/" + id + "/" + item).statusCode())
          .as(item)
          .isEqualTo(404);
    }
  }
}
