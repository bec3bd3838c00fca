package hallmonitor.moderation.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests what a case says when others acted against our orders on the platform. */
@ConsoleTest
class DisagreementTest extends NovakAtWork {
  private static final String SHOWN = "Someone made this comment public again on the platform.";
  private static final String HIDDEN = "Someone hid this comment on the platform";

  private UUID aCase(String outcome, String action, String visibility, String disagreement) {
    UUID id = seed.aCase("1").judged(outcome, "1.1").action(action, "").there();
    database.write(
        h -> {
          h.execute("update comment set visibility = ?", visibility);
          return h.execute("update review_case set disagreement = ?", disagreement);
        });
    return id;
  }

  private String page(UUID id) {
    return novak.get("/cases/" + id).asString().replaceAll("\\s+", " ");
  }

  private int decide(UUID id, String kind) {
    return novak
        .postPart("/cases/" + id + "/decision", Map.of("version", "0", "decision", kind))
        .statusCode();
  }

  @Test
  void whatIsPublicAgainSaysSoInTheListAndOnItsPageUntilAPersonDecides() {
    UUID id = aCase("hide", "restored", "visible", "shown");

    assertThat(page(id)).contains(SHOWN);
    assertThat(novak.get("/queue").asString()).contains(SHOWN);
    assertThat(decide(id, "hide")).as("one key").isEqualTo(200);
    assertThat(page(id)).doesNotContain(SHOWN);
  }

  @Test
  void whatIsHiddenAgainAlreadyAsksNobody() {
    UUID id = aCase("hide", "hide-ordered", "visible", "shown");

    assertThat(page(id)).doesNotContain(SHOWN);
  }

  @Test
  void whatIsHiddenAlthoughAPersonRestoredItSaysSo() {
    UUID id = aCase("hide", "hidden", "hidden", "hidden");

    assertThat(page(id)).contains(HIDDEN);
    assertThat(decide(id, "restore")).as("one key").isEqualTo(200);
    assertThat(page(id)).doesNotContain(HIDDEN);
  }
}
