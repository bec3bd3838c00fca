package hallmonitor.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountStatus.State;
import hallmonitor.contract.event.BlocksSeen;
import hallmonitor.ingest.connector.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tests that who is blocked by an account is read each hour, and never at the cost of its comments.
 */
class BlockLaneTest extends PollerTests {
  private static List<String> ids(BlocksSeen seen) {
    return seen.authors().stream().map(a -> a.id().orElseThrow()).toList();
  }

  @Test
  void everybodyWhoIsBlockedIsPublishedWholeAcrossPages() {
    String[] all = IntStream.range(0, 9).mapToObj(i -> "a" + i).toArray(String[]::new);
    source.blocking(all);

    run(Duration.ofMinutes(10));

    assertThat(log.blocks()).singleElement();
    assertThat(ids(log.blocks().get(0))).containsExactly(all);
    assertThat(log.blocks().get(0).complete()).isTrue();
  }

  @Test
  void theListIsReadAgainEachHour() {
    source.blocking("a");
    run(Duration.ofMinutes(10));
    source.blocking();
    run(Duration.ofMinutes(65));

    assertThat(log.blocks())
        .extracting(BlockLaneTest::ids)
        .containsExactly(List.of("a"), List.of());
  }

  @Test
  void aTokenThatMayNotReadBlocksLosesNothingElse() {
    source.blocking("a");
    source.failOnce("blocks", 0, new Fault.AuthLost("The scope read:blocks is missing."));
    source.write("c", "text", clock.instant());

    run(Duration.ofHours(3));

    assertThat(poller.state().state()).isEqualTo(State.CONNECTED);
    assertThat(log.comments("c")).hasSize(1);
    assertThat(source.calls().stream().filter("blocks"::equals)).as("a day later again").hasSize(1);
  }

  @Test
  void moreThanFitIntoOneEventAreSaidToBeIncomplete() {
    source.blocking(
        IntStream.rangeClosed(0, BlocksSeen.MOST).mapToObj(i -> "a" + i).toArray(String[]::new));

    run(Duration.ofHours(2));

    assertThat(log.blocks()).isNotEmpty();
    assertThat(log.blocks().get(0).complete()).isFalse();
    assertThat(log.blocks().get(0).authors()).hasSizeLessThanOrEqualTo(BlocksSeen.MOST);
  }
}
