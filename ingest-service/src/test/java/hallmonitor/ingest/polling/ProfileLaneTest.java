package hallmonitor.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountStatus.State;
import hallmonitor.contract.event.ProfileRead;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that what an account says about itself is read soon, and then once a day. */
class ProfileLaneTest extends PollerTests {
  private List<String> texts() {
    return log.profiles().stream().map(ProfileRead::text).toList();
  }

  @Test
  void aNewAccountIsReadSoonAndAgainOnTheNextDay() {
    source.describe("before");
    run(Duration.ofMinutes(2));
    source.describe("after");
    run(Duration.ofHours(12));
    assertThat(texts()).containsExactly("before");
    run(Duration.ofHours(13));
    assertThat(texts()).containsExactly("before", "after");
    assertThat(log.profiles().get(0).account()).isEqualTo("site");
  }

  @Test
  void aPlatformThatDoesNotAnswerLeavesNoProfileAndIsAskedAgainLater() {
    source.describe("text");
    source.failAlways("profile", new Fault.Transient("Down."));
    source.write("c", "text", clock.instant());
    run(Duration.ofHours(3));
    assertThat(texts()).isEmpty();
    assertThat(log.comments("c")).as("comments are read on").hasSize(1);
    assertThat(source.calls().stream().filter("profile"::equals).count()).isBetween(2L, 4L);
    source.failAlways("", new Fault.Transient("Up again."));
    run(Duration.ofHours(2));
    assertThat(texts()).containsExactly("text");
  }

  @Test
  void aPlatformThatRefusesIsReadOnAndAskedADayLater() {
    source.failOnce("profile", 0, new Fault.Rejected("No."));
    run(Duration.ofHours(2));
    assertThat(poller.state().state()).isEqualTo(State.CONNECTED);
    assertThat(texts()).isEmpty();
    run(Duration.ofHours(24));
    assertThat(texts()).hasSize(1);
  }

  @Test
  void whatWasNotCommittedIsReadAgain() {
    source.describe("text");
    run(Duration.ofSeconds(15));
    log.breakNext(1);
    run(Duration.ofHours(2));
    assertThat(texts()).containsExactly("text");
  }

  @Test
  void itWaitsWhileThePlatformsAllowanceIsLow() {
    budget.learnShare(Use.POSTS.leaves(), Duration.ofHours(6));
    run(Duration.ofHours(5));
    assertThat(texts()).isEmpty();
    run(Duration.ofHours(2));
    assertThat(texts()).hasSize(1);
  }
}
