package hallmonitor.moderation.console.objections;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests blocks that a person carries out, where the platform's interface cannot. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class BlockTasksTest extends BlockingConsole {
  @BeforeEach
  void thePlatformCannotBlock() {
    objections.platformCan("hide", "restore", "delete", "reply");
  }

  private UUID approved() {
    UUID block = proposed();
    assertThat(approve(brandt, block).statusCode()).isEqualTo(303);
    return block;
  }

  @Test
  void theApprovalAsksAPersonWithStepsAndOrdersNothing() {
    UUID block = approved();

    assertThat(brandt.get("/blocks?show=tasks").asString())
        .contains("To be blocked by hand", "Disallowed comment keys", "Block exactly this person");
    assertThat(ordered()).isEmpty();
    assertThat(state(block)).isEqualTo("approved");
  }

  @Test
  void itIsConfirmedAsDoneAndAtItsEndAsUndone() {
    UUID block = approved();
    assertThat(novak.post("/blocks/" + block + "/done", Map.of("how", "")).asString())
        .contains("what you did");
    novak.post("/blocks/" + block + "/done", Map.of("how", "Added the name to the list."));
    assertThat(state(block)).isEqualTo("active");

    itsLastDayIsOver(block);
    round.end();
    assertThat(state(block)).isEqualTo("ending");
    assertThat(novak.get("/blocks?show=tasks").asString())
        .contains("The block is over.", "Take away the block of this person.");
    assertThat(end(novak, block, "Taken off the list.").statusCode()).isEqualTo(303);

    assertThat(state(block)).isEqualTo("ended");
    assertThat(ordered()).isEmpty();
    assertThat(objections.rows("select kind from case_event where kind like '%block%' order by id"))
        .containsExactly(
            "block-proposed", "block-approved", "blocked", "unblock-ordered", "unblocked");
  }

  @Test
  void theMenuCountsWhatAPersonHasToDo() {
    assertThat(novak.get("/home").asString()).doesNotContain("count-blocks");
    approved();
    assertThat(novak.get("/blocks?show=tasks").asString()).contains("Dana Reyes");
    assertThat(novak.get("/blocks?show=soon").asString()).doesNotContain("To be blocked by hand");
  }
}
