package hallmonitor.moderation.console.precision;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.reports.ShortDay;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests precision by clause on the page. */
@ConsoleTest
class PrecisionPagesTest {
  private static final PrecisionWeeks WEEKS =
      PrecisionWeeks.at(Instant.now(), ZoneId.of("America/Chicago"));

  @Inject ConsoleDatabase database;

  private Seed seed;
  private ConsoleBrowser novak;
  private ConsoleBrowser brandt;
  private int comments;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    database.write(h -> h.execute("truncate judged_day, counted_day"));
    seed.person("novak", "moderator", false);
    seed.person("brandt", "administrator", false);
    novak = ConsoleBrowser.signedIn("novak");
    brandt = ConsoleBrowser.signedIn("brandt");
  }

  private static Document page(ConsoleBrowser who) {
    return Jsoup.parse(who.get("/precision").asString());
  }

  private static Element section(Document page, String clause) {
    return page.select("section[aria-labelledby=precision-" + clause + "]").first();
  }

  /** Returns the newest week's row of a clause, with bars between the cells. */
  private static String newest(Document page, String clause) {
    return String.join(
        " | ",
        section(page, clause).select("tbody tr").get(0).children().stream()
            .map(Element::text)
            .toList());
  }

  private static String day() {
    return ShortDay.of(WEEKS.current(), Locale.US);
  }

  private UUID told(String person, boolean falseAlarm) {
    UUID id =
        seed.aCase("c" + comments++)
            .judged("escalate", "3.2")
            .action("none", "")
            .aged(Duration.ofSeconds(90))
            .there();
    UUID escalation = UUID.randomUUID();
    seed.escalated(id, escalation);
    database.write(
        h ->
            h.execute(
                """
                update escalation_state set state = 'closed', person = ?, false_alarm = ?
                where escalation_id = ?
                """,
                person,
                falseAlarm,
                escalation));
    return id;
  }

  @Test
  void withoutACaseItSaysSo() {
    Document page = page(novak);

    assertThat(page.text())
        .contains("No rule caught anything in the last 12 weeks.")
        .doesNotContain("Rules to change", "Sharp changes");
    assertThat(page.select("details#quiet li").eachText())
        .anyMatch(text -> text.startsWith("3.2 "));
  }

  @Test
  void aWeekShowsWhatWasFoundAndWhatPeopleSaid() {
    told("okafor", true);
    told("okafor", true);
    told("brandt", false);
    seed.aCase("open").judged("escalate", "3.2").action("none", "").there();
    seed.aCase("review").judged("review", "1.2").action("none", "").decided("dismissed").there();
    seed.aCase("lane").inLaneFor(Duration.ofMinutes(4)).there();
    Document page = page(novak);

    assertThat(newest(page, "3.2"))
        .isEqualTo(day() + " | 4 | 0 | 0 | 0 | 3 | 1 | 33% (6% to 79%) | 2");
    assertThat(newest(page, "1.2"))
        .isEqualTo(day() + " | 0 | 0 | 1 | 0 | 1 | 0 | 0% (0% to 79%) | 0");
    assertThat(newest(page, "3.3")).isEqualTo(day() + " | 0 | 1 | 1 | 0 | 0 | 0 | - | 0");
    assertThat(section(page, "3.2").select("tbody tr")).hasSize(PrecisionWeeks.SHOWN);
    assertThat(section(page, "3.2").select("svg title").last().text())
        .endsWith("1 confirmed, 2 not confirmed, 1 undecided");
    assertThat(section(page, "3.2").text()).contains("33% 1 of 3 confirmed");
    assertThat(page.text()).doesNotContainIgnoringCase("too few");
  }

  @Test
  void aThresholdThatShouldMoveIsNamedFirstWithALinkToItsClause() {
    for (int i = 0; i < 21; i++) {
      told(i % 2 == 0 ? "okafor" : "brandt", i >= 3);
    }
    Document page = page(novak);

    assertThat(page.select("section[aria-labelledby=moves] li").eachText())
        .singleElement()
        .asString()
        .startsWith("3.2 ")
        .endsWith(
            "Catch less: only 3 of 21 alarms were confirmed in the last 4 weeks (5% to 35%).");
    assertThat(section(page, "3.2").select("a").eachAttr("href"))
        .containsExactly("/policy#clause-3.2");
    assertThat(Jsoup.parse(novak.get("/policy").asString()).getElementById("clause-3.2"))
        .isNotNull();
  }

  @Test
  void anAdministratorGoesToTheFormOfADraftUnderWork() {
    told("okafor", true);
    brandt.post("/policy/drafts", Map.of("of", "policy", "name", "Quieter"));

    List<String> links = section(page(brandt), "3.2").select("a").eachAttr("href");
    assertThat(links).hasSize(2);
    assertThat(brandt.get(links.get(1)).asString()).contains("3.2");
    assertThat(section(page(novak), "3.2").select("a")).hasSize(1);
    database.write(h -> h.execute("update document_draft set state = 'discarded'"));
  }

  @Test
  void aReviewThatAPersonConfirmedIsWhatTheAlarmMissed() {
    for (int i = 0; i < 25; i++) {
      told(i % 2 == 0 ? "okafor" : "brandt", false);
    }
    for (int i = 0; i < 3; i++) {
      UUID missed = seed.aCase("missed" + i).inLaneFor(Duration.ofMinutes(4)).there();
      database.write(
          h ->
              h.execute(
                  """
                  update review_case set category = 'threat', state = 'hidden', decided_by = 'novak'
                  where case_id = ?
                  """,
                  missed));
    }

    assertThat(section(page(novak), "3.2").text())
        .contains("It could catch more: 25 of 25 alarms", "It missed 3 confirmed cases");
  }

  @Test
  void aSharpChangeOfTheLastWholeWeekIsToldInOneSentence() {
    for (int week = 1; week <= 5; week++) {
      int told = week == 1 ? 12 : 1;
      int back = week;
      database.write(
          h ->
              h.execute(
                  """
                  insert into judged_day values (?, 'practice', 'maple-high', 'neither', '', 400, 0, ?, 0, 0, ?)
                  """,
                  WEEKS.current().minusWeeks(back),
                  400 - told,
                  told));
    }

    assertThat(page(novak).select("section[aria-labelledby=shifts] li").eachText())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Escalated: 12 of 400 comments last week, or 30.0 of 1,000");
  }

  @Test
  void aClauseThatIsGoneFromThePolicyStillHasItsWeeks() {
    seed.aCase("1").judged("review", "9.9").action("none", "").there();
    Document page = page(novak);

    assertThat(section(page, "9.9").text())
        .contains("9.9 (no longer in the policy)", "No longer in the policy");
    assertThat(section(page, "9.9").select("a")).isEmpty();
  }

  @Test
  void outsideOfTheirBuildingNobodySeesAnything() {
    seed.aCase("1").judged("review", "1.2").in("birch-elementary").there();
    database.write(
        h ->
            h.execute(
                "update console_user set buildings = array['maple-high'] where user_name ="
                    + " 'novak'"));

    assertThat(page(ConsoleBrowser.signedIn("novak")).text())
        .contains("No rule caught anything in the last 12 weeks.");
    assertThat(section(page(brandt), "1.2")).isNotNull();
  }
}
