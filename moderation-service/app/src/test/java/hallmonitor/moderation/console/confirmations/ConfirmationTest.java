package hallmonitor.moderation.console.confirmations;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests that automatic hides wait for confirmation, and not too long. */
@ConsoleTest
class ConfirmationTest extends NovakAtWork {
  @Test
  void theQueueSaysHowManyWaitAndForHowLong() {
    hidden("1", Duration.ofHours(5), "policy");
    hidden("2", Duration.ofHours(1), "policy");

    assertThat(novak.get("/queue").asString())
        .contains("2 automatic hides wait for a person, the oldest for 5 h")
        .doesNotContain("count-over\">1 overdue");
  }

  @Test
  void whatWaitsLongerThanADayIsOverdueAndComesFirst() {
    UUID inTime = hidden("1", Duration.ofHours(23), "policy");
    UUID late = hidden("2", Duration.ofHours(25), "policy");

    String page = novak.get("/confirmations").asString();

    assertThat(page).contains("1 overdue", "within 24 hours");
    assertThat(page.indexOf(late.toString())).isLessThan(page.indexOf(inTime.toString()));
    assertThat(page.indexOf("Overdue</h2>")).isLessThan(page.indexOf(late.toString()));
    assertThat(page.indexOf("In time</h2>"))
        .isBetween(page.indexOf(late.toString()), page.indexOf(inTime.toString()));
  }

  @Test
  void aPersonsHideAndACaseThatIsDecidedDoNotWait() {
    hidden("1", Duration.ofHours(5), "okafor");
    UUID decided = hidden("2", Duration.ofHours(5), "policy");
    novak.postPart(
        "/cases/" + decided + "/decision", Map.of("decision", "confirm", "version", "0"));
    seed.aCase("3").action("none", "").there();

    assertThat(novak.get("/queue").asString()).doesNotContain("waits for a person, for");
    assertThat(novak.get("/confirmations").asString()).contains("No automatic hide waits.");
  }

  private UUID hidden(String comment, Duration ago, String by) {
    UUID id = seed.aCase(comment).aged(ago).there();
    deciding.hiddenBy(id, by);
    return id;
  }
}
