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

    assertThat(list())
        .containsPattern("2 auto-hidden; the oldest 5 h ago. Review each one\\s+within 24 hours.")
        .doesNotContain("overdue</strong>");
  }

  @Test
  void whatWaitsLongerThanADayIsOverdueAndTheOldestComesFirst() {
    UUID inTime = hidden("1", Duration.ofHours(23), "policy");
    UUID late = hidden("2", Duration.ofHours(25), "policy");

    String page = list();

    assertThat(page).contains("1 overdue");
    assertThat(page.indexOf(late.toString())).isLessThan(page.indexOf(inTime.toString()));
  }

  @Test
  void aPersonsHideAndACaseThatIsDecidedDoNotWait() {
    hidden("1", Duration.ofHours(5), "okafor");
    UUID decided = hidden("2", Duration.ofHours(5), "policy");
    novak.postPart(
        "/cases/" + decided + "/decision", Map.of("decision", "confirm", "version", "0"));
    seed.aCase("3").action("none", "").there();

    assertThat(list()).doesNotContain("ago. Review each one within");
  }

  @Test
  void anOldLinkLeadsToTheListOfTheQueue() {
    assertThat(novak.get("/confirmations").header("Location")).endsWith("/queue?state=unconfirmed");
  }

  private String list() {
    return novak.get("/queue?state=unconfirmed").asString();
  }

  private UUID hidden(String comment, Duration ago, String by) {
    UUID id = seed.aCase(comment).aged(ago).there();
    deciding.hiddenBy(id, by);
    return id;
  }
}
