package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.casework.Proposal.State;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProposalTest {
  private static final Proposal PROPOSED =
      Proposal.of(
          new UUID(1, 2), Kind.DELETE_COMMENT, "a case", "4.1", "novak", "An address.", "{}", NOON);

  @Test
  void aProposalWaitsForItsSecondPersonForFourteenDays() {
    Proposal made =
        Proposal.of(
            new UUID(1, 2), Kind.LIFT_HOLD, "a hold", "", "novak", "It is over.", "{}", NOON);

    assertThat(made.state()).isEqualTo(State.PROPOSED);
    assertThat(made.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(14)));
  }

  @Test
  void anotherPersonApprovesIt() {
    assertThat(PROPOSED.answered(Answer.APPROVE, "okafor", NOON).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void nobodyApprovesOrRefusesWhatTheyProposed() {
    assertThatThrownBy(() -> PROPOSED.answered(Answer.APPROVE, "novak", NOON))
        .isInstanceOf(Decisions.NotLegal.class)
        .hasMessageContaining("Another person must approve");
    assertThatThrownBy(() -> PROPOSED.answered(Answer.REFUSE, "novak", NOON))
        .isInstanceOf(Decisions.NotLegal.class);
  }

  @Test
  void onlyWhoProposedItWithdrawsIt() {
    assertThat(PROPOSED.answered(Answer.WITHDRAW, "novak", NOON).state())
        .isEqualTo(State.WITHDRAWN);
    assertThatThrownBy(() -> PROPOSED.answered(Answer.WITHDRAW, "okafor", NOON))
        .isInstanceOf(Decisions.NotLegal.class)
        .hasMessageContaining("You can reject it");
  }

  @Test
  void afterFourteenDaysItIsTooLate() {
    assertThat(PROPOSED.waits(NOON.plus(Duration.ofDays(14)).minusMillis(1))).isTrue();
    assertThatThrownBy(
            () -> PROPOSED.answered(Answer.APPROVE, "okafor", NOON.plus(Duration.ofDays(14))))
        .isInstanceOf(Decisions.NotLegal.class)
        .hasMessageContaining("'expired'")
        .hasMessageContaining("'approved'");
    assertThat(PROPOSED.expired(NOON.plus(Duration.ofDays(15))).state()).isEqualTo(State.EXPIRED);
  }

  /** For any answers at any time: two people, once, in time, or nothing. */
  @Property
  void whatIsApprovedWasWantedByTwoPeopleInTime(
      @ForAll Answer first,
      @ForAll boolean firstByProposer,
      @ForAll Answer second,
      @ForAll boolean secondByProposer,
      @ForAll @IntRange(min = 0, max = 20) int day) {
    Optional<Proposal> once = answered(PROPOSED, first, firstByProposer, day);
    Optional<Proposal> twice = once.flatMap(p -> answered(p, second, secondByProposer, day));

    assertThat(twice).isEmpty();
    once.ifPresent(
        p -> {
          assertThat(day).isLessThan(14);
          assertThat(firstByProposer).isEqualTo(p.state() == State.WITHDRAWN);
        });
  }

  private static Optional<Proposal> answered(
      Proposal proposal, Answer answer, boolean own, int day) {
    try {
      return Optional.of(
          proposal.answered(answer, own ? "novak" : "okafor", NOON.plus(Duration.ofDays(day))));
    } catch (Decisions.NotLegal e) {
      return Optional.empty();
    }
  }
}
