package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Tests that two people publish a version, and that all earlier ones stay readable. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class PolicyPublishingTest extends DeskAtWork {
  private static final Duration SOON = Duration.ofMinutes(1);

  @Inject LiveRules rules;

  /** Returns what a person reads on a page. */
  private String read(String path) {
    return Jsoup.parse(brandt.get(path).asString()).text();
  }

  @Test
  void twoPeoplePublishAndItIsInForceWithoutARestart() {
    long id = desk.draft("Milder");
    String read = rules.get().policyVersion();
    PolicyDesk.save(brandt, id, 1, 0, PolicyDesk.clause12("0.7"));
    brandt.post("/policy/drafts/" + id, PolicyDesk.propose(1, "Too many false alarms."));

    assertThat(brandt.post("/policy/drafts/" + id, PolicyDesk.approve(1, read)).statusCode())
        .isEqualTo(409);
    assertThat(rules.get().policyVersion()).isEqualTo(read);
    assertThat(haddad.post("/policy/drafts/" + id, PolicyDesk.approve(1, read)).statusCode())
        .isEqualTo(303);

    assertThat(rules.get().policyVersion()).isNotEqualTo(read);
    assertThat(PolicySeed.inFile("policy.yaml")).contains("at-least: 0.7 }");
    assertThat(read("/policy"))
        .contains(
            "Proposed by Elias Brandt, approved by haddad",
            "Latest change",
            "Clause 1.2 catches profanity more rarely: from a score of 0.7",
            "Too many false alarms.");
    assertThat(desk.audit()).contains("draft-proposed draft " + id, "draft-approved draft " + id);
  }

  @Test
  void twoAccountsOfOneMakerPublishNothing() {
    long id = desk.draft("Milder");
    String read = rules.get().policyVersion();
    PolicyDesk.save(brandt, id, 1, 0, PolicyDesk.clause12("0.7"));
    brandt.post("/policy/drafts/" + id, PolicyDesk.propose(1, "Too many false alarms."));
    for (String account : new String[] {"brandt", "haddad"}) {
      database.write(
          h ->
              h.execute(
                  "insert into audit (actor, act, target) values ('novak', 'person-added', ?)",
                  account));
    }

    assertThat(haddad.get("/policy/drafts/" + id).asString())
        .contains("made or changed both accounts")
        .doesNotContain("value=\"approve\"");
    ConsoleResponse refused = haddad.post("/policy/drafts/" + id, PolicyDesk.approve(1, read));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("made or changed both accounts");
    assertThat(rules.get().policyVersion()).isEqualTo(read);
    database.write(
        h ->
            h.execute(
                "update console_user set email = 'a@maple.example' where user_name = 'novak'"));
    assertThat(haddad.post("/policy/drafts/" + id, PolicyDesk.approve(1, read)).statusCode())
        .as("only the maker has an address")
        .isEqualTo(409);
  }

  @Test
  void anEditedClauseOpensInADraftOfOnesOwnAndGoesOnThere() {
    ConsoleResponse first = brandt.post("/policy/edit", Map.of("clause", "3.2"));
    String place = first.header("Location").replaceFirst("^https?://[^/]+", "");

    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(brandt.get(place).asString()).contains("Possible threat", "Clause 3.2: Possible");
    assertThat(brandt.post("/policy/edit", Map.of("clause", "1.2")).header("Location"))
        .as("the same draft")
        .endsWith(place.replaceFirst("/\\d+$", "/1"));
    assertThat(haddad.post("/policy/edit", Map.of("clause", "1.2")).header("Location"))
        .as("another person's own")
        .doesNotContain(place.replaceFirst("/\\d+$", "/"));
    assertThat(brandt.post("/policy/edit", Map.of("clause", "99")).statusCode()).isEqualTo(404);
  }

  @Test
  void whoSeesOneBuildingOnlyPublishesNothingForTheDistrict() {
    PolicySeed.edit(
        "decisions.yaml",
        "publish-policy: [administrator]",
        "publish-policy: [administrator, moderator]");
    new StaffSeed(database, desk.seed).person("okafor", "moderator", StaffSeed.OWN);
    ConsoleBrowser okafor = ConsoleBrowser.signedIn("okafor");
    long id = desk.draft("Milder");
    PolicyDesk.save(brandt, id, 1, 0, PolicyDesk.clause12("0.7"));
    brandt.post("/policy/drafts/" + id, PolicyDesk.propose(1, "Because."));
    String read = rules.get().policyVersion();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(okafor.post("/policy/drafts/" + id, PolicyDesk.approve(1, read)))
                    .returns(403, ConsoleResponse::statusCode)
                    .extracting(ConsoleResponse::asString, STRING)
                    .contains("you see only some of them"));
    assertThat(rules.get().policyVersion()).isEqualTo(read);
  }

  @Test
  void aProposalThatIsEditedMustBeProposedAnew() {
    long id = desk.draft("Milder");
    brandt.post("/policy/drafts/" + id, PolicyDesk.propose(0, "Because."));

    PolicyDesk.save(haddad, id, 1, 0, PolicyDesk.clause12("0.7"));

    assertThat(desk.state(id)).isEqualTo("open 1");
    assertThat(
            haddad
                .post("/policy/drafts/" + id, PolicyDesk.approve(1, rules.get().policyVersion()))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void anOldVersionComesBackByTheSameWay() {
    String first = rules.get().policyVersion();
    desk.publish("Milder", "0.7");
    long old = desk.version(first);

    String location =
        brandt
            .post(
                "/policy/drafts",
                Map.of("of", "policy", "from", Long.toString(old), "name", "Back"))
            .header("Location");
    long id = Long.parseLong(location.replaceAll(".*/", ""));
    String read = rules.get().policyVersion();
    brandt.post("/policy/drafts/" + id, PolicyDesk.propose(0, "It missed too much."));
    haddad.post("/policy/drafts/" + id, PolicyDesk.approve(0, read));

    assertThat(rules.get().policyVersion()).isEqualTo(first);
    assertThat(brandt.get("/policy/versions").asString()).contains("It missed too much.");
  }

  @Test
  void anyTwoVersionsAreComparedInWordsAndAsText() {
    String before = rules.get().policyVersion();
    desk.publish("Milder", "0.7");

    String page =
        brandt
            .get(
                "/policy/compare?from="
                    + desk.version(before)
                    + "&to="
                    + desk.version(rules.get().policyVersion()))
            .asString();

    assertThat(page)
        .contains("Clause 1.2 catches profanity more rarely: from a score of 0.70 instead of 0.30.")
        .containsPattern(
            "class=\"plus\"><b>\\+</b><bdi> *- \\{ category: profanity, at-least: 0.7 }");
  }

  @Test
  void aChangeByHandIsShownAsSuch() {
    desk.publish("Milder", "0.7");
    PolicySeed.edit("policy.yaml", "title: Community guidelines", "title: By hand: guidelines");
    PolicySeed.edit("policy.yaml", "title: By hand:", "title: By hand,");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(read("/policy"))
                    .contains("By hand, guidelines", "Edited on the server, author unknown"));
    assertThat(read("/policy/versions"))
        .contains("Edited on the server, author unknown", "Proposed by Elias Brandt");
  }

  @Test
  void contactsGoTheSameWay() {
    long id = desk.begin("district", "New principal");
    brandt.post(
        "/policy/drafts/" + id + "/text",
        Map.of(
            "revision", "0", "text", desk.text(id).replace("n.okafor@maplevalley12", "no email")));
    assertThat(brandt.get("/policy/drafts/" + id).asString()).contains("is not an email address");

    brandt.post(
        "/policy/drafts/" + id + "/text",
        Map.of("revision", "1", "text", desk.text(id).replace("no email", "ngozi@maplevalley12")));
    brandt.post("/policy/drafts/" + id, PolicyDesk.propose(2, "Her address changed."));
    haddad.post(
        "/policy/drafts/" + id, PolicyDesk.approve(2, rules.district().current().version()));

    assertThat(rules.district().current().value().person("okafor").orElseThrow().email())
        .isEqualTo("ngozi@maplevalley12.example");
    assertThat(PolicySeed.inFile("district.yaml")).contains("ngozi@maplevalley12");
  }
}
