package hallmonitor.moderation.console.queue;

import static hallmonitor.moderation.console.seed.QueueSeed.rows;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests the danger lane as people see it. */
@ConsoleTest
class DangerLaneQueueTest extends NovakAtWork {
  private static final Duration JUST_NOW = Duration.ofSeconds(20);

  @Test
  void theLaneComesAfterWhatNeedsAnAnswerAndBeforeEverythingElse() {
    Duration old = Duration.ofDays(9);
    UUID digest = seed.aCase("1").urgency("digest").aged(old).there();
    UUID soon = seed.aCase("2").urgency("soon").aged(old).there();
    UUID lane = seed.aCase("3").inLaneFor(JUST_NOW).aged(JUST_NOW).there();
    UUID told = seed.aCase("4").judged("escalate", "2.2").urgency("soon").there();
    UUID danger = seed.aCase("5").judged("escalate", "3.1").urgency("immediate").there();

    assertThat(rows(page("/queue"))).containsExactly(danger, told, lane, soon, digest);
  }

  @Test
  void itHasAListWithItsCount() {
    seed.aCase("1").there();
    UUID lane = seed.aCase("2").inLaneFor(JUST_NOW).there();

    String page = page("/queue?state=danger-lane");

    assertThat(rows(page)).containsExactly(lane);
    assertThat(page)
        .containsPattern("aria-current=\"page\">Danger lane\\s*<span class=\"count\" *>1</span>")
        .contains("class=\"count\" id=\"open-count\">2<");
    seed.nothing();
    seed.person("novak", "moderator", false);
    novak = ConsoleBrowser.signedIn("novak");
    assertThat(page("/queue?state=danger-lane")).contains("Nothing in the danger lane");
  }

  @Test
  void aRowAndTheCaseSayByWhenSomebodyMustDecide() {
    UUID lane = seed.aCase("1").inLaneFor(JUST_NOW).there();
    String by =
        "Danger lane: decide by <time datetime=\"[^\"]+\"\\s+title=\"[^\"]+\">"
            + "([A-Z][a-z]{2} \\d{1,2}, )?\\d{1,2}:\\d\\d [AP]M</time>\\s*"
            + "<span class=\"due *\" data-due=\"[^\"]+\"><b>In \\d+ ";

    assertThat(page("/queue"))
        .containsPattern(by)
        .contains("<span class=\"urgency\">Danger lane</span>")
        .doesNotContain(">Urgent<");
    assertThat(page("/cases/" + lane))
        .containsPattern(by)
        .contains("<span class=\"urgency in-lane\">Danger lane</span>");
    assertThat(page("/cases/" + lane + "/row")).containsPattern(by);
  }

  @Test
  void whatIsOverdueSaysSo() {
    seed.aCase("1").inLaneFor(Duration.ofDays(2)).there();

    // The job may escalate it at any moment: then it is no longer in the lane.
    assertThat(page("/queue"))
        .containsPattern("class=\"due over\" data-due=\"[^\"]+\"><b>Overdue by |Urgent");
  }

  @Test
  void inSpanishItIsAsPlain() {
    seed.aCase("1").inLaneFor(JUST_NOW).there();
    novak.post("/language", Map.of("language", "es", "back", "/queue"));

    assertThat(page("/queue"))
        .containsPattern("Carril de peligro, plazo para decidir: <time")
        .contains("<b>En ");
  }

  @Test
  void whatIsDecidedOrDeletedHasNoTime() {
    UUID decided = seed.aCase("1").inLaneFor(JUST_NOW).decided("dismissed").there();
    UUID gone = seed.aCase("2").inLaneFor(JUST_NOW).action("gone", "").there();

    assertThat(page("/cases/" + decided)).doesNotContain("Danger lane");
    assertThat(page("/cases/" + gone))
        .contains("Danger lane: the comment was deleted, so there is no deadline.")
        .doesNotContain("data-due");
  }

  private String page(String path) {
    return novak.get(path).asString();
  }
}
