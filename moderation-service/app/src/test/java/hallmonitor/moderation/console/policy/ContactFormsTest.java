package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the forms for who is notified: people, and names of the schools. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class ContactFormsTest extends DeskAtWork {
  @Inject LiveRules rules;

  private static Map<String, Object> person(String name) {
    Map<String, Object> form = new HashMap<>();
    form.put("name", name);
    form.put("email", "m.cruz@maplevalley12.example");
    form.put("phone", "(312) 555-0142");
    form.put("language", "es");
    form.put("role", List.of("counselor", "principal", ""));
    form.put("building", List.of("maple-high", "birch-elementary", ""));
    return form;
  }

  private long contacts() {
    return desk.begin("district", "New people");
  }

  @Test
  void aPersonIsAddedAndIsToldOnceASecondPersonApproves() {
    long id = contacts();

    assertThat(desk.fill(desk.brandt, id, "people/7", 0, person("María de la Cruz")))
        .endsWith("/policy/drafts/" + id + "#people");

    assertThat(desk.page(id)).contains("María de la Cruz", "No mistakes");
    assertThat(desk.text(id))
        .contains(
            """
              - id: maria-de-la-cruz
                name: María de la Cruz
                email: m.cruz@maplevalley12.example
                phone: "(312) 555-0142"
                language: es
                roles:
                  - { role: counselor, building: maple-high }
                  - { role: principal, building: birch-elementary }

            # platform: wordpress.\
            """);
    desk.publish(id, 1);
    assertThat(rules.district().current().value().person("maria-de-la-cruz")).isPresent();
    assertThat(desk.brandt.get("/policy").asString())
        .contains("María de la Cruz", "(312) 555-0142");
  }

  @Test
  void anAddressIsChangedAndEveryOtherLineStays() {
    long id = contacts();
    String before = desk.text(id);
    Map<String, Object> novak = novak();
    novak.put("email", "petra@maplevalley12.example");

    desk.fill(desk.brandt, id, "people/5", 0, novak);

    assertThat(desk.text(id)).isEqualTo(before.replace("p.novak@", "petra@"));
  }

  private static Map<String, Object> novak() {
    Map<String, Object> form = new HashMap<>();
    form.put("id", "novak");
    form.put("name", "Petra Novak");
    form.put("email", "p.novak@maplevalley12.example");
    form.put("language", "en");
    form.put("role", List.of("community-relations-specialist", "account-administrator", "", ""));
    form.put("building", List.of("", "", "", ""));
    return form;
  }

  @Test
  void somebodyIsAwayAndComesBack() {
    long id = contacts();
    String before = desk.text(id);
    Map<String, Object> away = novak();
    away.put("absent-from", "2026-12-18");
    away.put("absent-until", "2027-01-04");
    away.put("delegate", "brandt");

    desk.fill(desk.brandt, id, "people/5", 0, away);

    assertThat(desk.text(id))
        .contains("    absent: { from: 2026-12-18, until: 2027-01-04, delegate: brandt }\n");
    assertThat(desk.page(id)).contains("Away 2026-12-18 to 2027-01-04", "No mistakes");
    desk.fill(desk.brandt, id, "people/5", 1, novak());
    assertThat(desk.text(id)).isEqualTo(before);
  }

  @Test
  void messagesComeOnlyToNumbersThatAPersonAgreedTo() {
    long id = contacts();
    Map<String, Object> form = person("María de la Cruz");
    form.put("messages-text", "+13125550142");

    String refused = desk.filled(desk.brandt, id, "people/7", 0, form);
    form.put("messages-agreed", "2026-09-01");
    desk.fill(desk.brandt, id, "people/7", 1, form);

    assertThat(refused)
        .contains("write the day on which the person agreed", "value=\"+13125550142\"");
    assertThat(desk.text(id)).contains("text: \"+13125550142\"").contains("agreed: 2026-09-01");
  }

  @Test
  void eachMistakeStandsAtItsField() {
    long id = contacts();
    Map<String, Object> wrong = novak();
    wrong.put("email", "no email");
    wrong.put("phone", "call me");
    wrong.put("name", "");
    wrong.put("role", List.of("janitor", "counselor"));
    wrong.put("building", List.of("", "the-moon"));
    wrong.put("absent-from", "2027-01-04");
    wrong.put("absent-until", "2026-12-18");
    wrong.put("delegate", "novak");

    String form = desk.filled(desk.brandt, id, "people/5", 0, wrong);

    assertThat(form)
        .contains("value=\"no email\"")
        .contains(at("email", "&#39;no email&#39; is not an email address"))
        .contains(at("phone", "&#39;call me&#39; is not a telephone number"))
        .contains(at("name", "&#39;name&#39; is empty"))
        .contains(
            "&#39;janitor&#39; is not one of", "&#39;the-moon&#39; is not among the buildings")
        .contains("&#39;until&#39; lies before &#39;from&#39;", "cannot stand in for themselves")
        .contains("<option value=\"janitor\" selected>");
    assertThat(desk.page(id)).contains("Fix these mistakes:", "class=\"primary\" disabled");
  }

  private static String at(String field, String message) {
    return "<div id=\"" + field + "-says\"><p class=\"mistake\">" + message;
  }

  @Test
  void whoIsStillNeededCannotGo() {
    long id = contacts();

    desk.brandt.post("/policy/forms/" + id + "/people/5/remove", Map.of("revision", "0"));
    assertThat(desk.page(id)).contains("&#39;novak&#39; is not among the people", "disabled");

    long other = contacts();
    String before = desk.text(other);
    desk.brandt.post("/policy/forms/" + other + "/people/6/remove", Map.of("revision", "0"));
    assertThat(desk.page(other)).contains("No mistakes");
    assertThat(before.lines().toList()).containsAll(desk.text(other).lines().toList());
    assertThat(desk.text(other)).doesNotContain("Elias Brandt");
  }

  @Test
  void aNameThatThePolicyCountsAsProfanityIsAMistakeInThePolicysOwnLine() {
    long words = desk.draft("Words");
    desk.brandt.post(
        "/policy/clauses/" + words + "/words",
        Map.of("revision", "0", "profanity", "frick", "allowed", ""));
    desk.publish(words, 1);
    long id = contacts();

    desk.fill(desk.brandt, id, "people/7", 0, person("Anna Frick"));

    assertThat(desk.page(id))
        .containsPattern("policy.yaml: Line \\d+, column \\d+: &#39;frick&#39;");
  }

  @Test
  void hostileTextStaysTextInEveryField() {
    for (String hostile : PolicyDesk.HOSTILE) {
      long id = contacts();
      Map<String, Object> form = person(hostile);
      form.put("id", "cruz");
      form.put("email", hostile);
      form.put("phone", hostile);
      form.put("role", List.of(hostile));
      form.put("building", List.of(hostile));
      form.put("absent-from", hostile);
      form.put("delegate", hostile);
      String before = desk.text(id);

      String page = desk.filled(desk.brandt, id, "people/7", 0, form) + desk.page(id);

      assertThat(page).doesNotContain("<img src=x", "<script>alert");
      List<String> after = desk.text(id).lines().toList();
      assertThat(after).as(hostile).containsAll(before.lines().toList());
      desk.brandt.post("/policy/forms/" + id + "/people/7/remove", Map.of("revision", "1"));
      assertThat(desk.text(id)).as(hostile).isEqualTo(before);
    }
  }

  @Test
  void anyoneWhoSavesSecondIsToldAndOverwritesNothing() {
    long id = contacts();
    desk.fill(desk.brandt, id, "people/7", 0, person("Ana Uno"));

    var late = desk.send(desk.haddad, id, "people/7", 0, person("Bo Dos"));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.asString())
        .contains(
            "Someone else changed this draft after you opened it, so your change was not saved.",
            "You wrote:",
            "Bo Dos");
    assertThat(desk.text(id)).contains("Ana Uno").doesNotContain("Bo Dos");
  }

  @Test
  void namesOfSchoolsAndStreetsAreNeverHeldAgainstAnybody() {
    long id = contacts();

    desk.fill(desk.brandt, id, "names/all", 0, Map.of("mascots", "Mavericks\nCock Robin Lane"));

    assertThat(desk.text(id)).contains("mascots: [Mavericks, Cock Robin Lane]\n");
    desk.publish(id, 1);
    assertThat(rules.district().current().value().mascots())
        .containsExactly("Mavericks", "Cock Robin Lane");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    long id = contacts();
    for (String item : List.of("people/9", "people/x", "names/0", "templates/0", "nothing/all")) {
      assertThat(desk.brandt.get("/policy/forms/" + id + "/" + item).statusCode())
          .as(item)
          .isEqualTo(404);
    }
    assertThat(
            desk.brandt
                .post("/policy/forms/" + id + "/quiet-hours/all/remove", Map.of("revision", "0"))
                .statusCode())
        .isEqualTo(404);
  }
}
