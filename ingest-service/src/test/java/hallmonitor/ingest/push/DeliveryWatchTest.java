package hallmonitor.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountStatus.DeliveryCause;
import hallmonitor.contract.event.AccountStatus.MissedDeliveries;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.ingest.push.PushListener.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryWatchTest {
  private Instant now = Instant.parse("2026-11-25T12:00:00Z");
  private final DeliveryWatch watch = new DeliveryWatch("page", Duration.ofMinutes(10), () -> now);

  private void minutesPass(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
  }

  private void comment(Kind kind, Lane lane, Optional<Instant> claimedAt) {
    watch.published(
        new CommentSeen(
            new CommentRef("facebook", "page", "7"),
            "r1",
            kind,
            new CommentSeen.Post("1", "", "", Optional.empty()),
            Optional.empty(),
            new CommentSeen.Author(Optional.empty(), "Dana Reyes"),
            "See you at school",
            CommentSeen.Visibility.VISIBLE,
            List.of(),
            Optional.empty(),
            claimedAt,
            now,
            lane,
            "{}",
            Optional.empty()));
  }

  private void comment() {
    comment(Kind.CREATED, Lane.LIVE, Optional.of(now));
  }

  private Optional<DeliveryCause> cause() {
    return watch.missed(true).map(MissedDeliveries::cause);
  }

  @Test
  void aCommentWhoseDeliveryIsRefusedIsATrouble() {
    minutesPass(5);
    Instant since = now;
    comment();
    watch.answered(Outcome.REFUSED);
    assertThat(cause()).as("the platform may try again").isEmpty();
    minutesPass(10);
    assertThat(watch.missed(true))
        .contains(new MissedDeliveries(DeliveryCause.REFUSED, 1, since, Optional.empty()));
  }

  /** Otherwise any stranger could alarm a district about each of its accounts. */
  @Test
  void forgedDeliveriesAloneAreNoTrouble() {
    for (int i = 0; i < 1_000; i++) {
      watch.answered(Outcome.REFUSED);
      watch.answered(Outcome.TOO_MANY);
    }
    minutesPass(600);
    assertThat(cause()).isEmpty();
  }

  @Test
  void forgedDeliveriesBesideGenuineOnesAreNoTrouble() {
    for (int i = 0; i < 5; i++) {
      minutesPass(10);
      Instant written = now;
      watch.delivered();
      comment(Kind.CREATED, Lane.LIVE, Optional.of(written));
      watch.answered(Outcome.REFUSED);
      minutesPass(100);
      assertThat(cause()).isEmpty();
    }
  }

  @Test
  void aGenuineDeliveryEndsTheTrouble() {
    minutesPass(5);
    comment();
    watch.answered(Outcome.REFUSED);
    minutesPass(10);
    assertThat(cause()).contains(DeliveryCause.REFUSED);
    watch.delivered();
    minutesPass(600);
    assertThat(cause()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"TOO_MANY", "TOO_LARGE", "FAILED"})
  void amongThoseThatWereTurnedAwayMayBeTheGenuineOnes(Outcome outcome) {
    minutesPass(5);
    comment();
    watch.answered(Outcome.REFUSED);
    watch.answered(outcome);
    minutesPass(10);
    assertThat(cause()).contains(DeliveryCause.TURNED_AWAY);
  }

  @Test
  void silenceIsATroubleOnceItIsLongAndSeveralCommentsCame() {
    minutesPass(5);
    comment();
    comment();
    watch.answered(Outcome.HANDSHAKE_REFUSED);
    minutesPass(60);
    assertThat(cause()).isEmpty();
    comment();
    assertThat(cause()).contains(DeliveryCause.NONE_CAME);
  }

  @Test
  void onlyNewCommentsAreExpectedToBeAnnounced() {
    Instant before = now.minusSeconds(1);
    minutesPass(5);
    comment(Kind.CREATED, Lane.LIVE, Optional.of(before));
    comment(Kind.CREATED, Lane.LIVE, Optional.empty());
    comment(Kind.CREATED, Lane.BACKFILL, Optional.of(now));
    comment(Kind.CREATED, Lane.RECONCILE, Optional.of(now));
    comment(Kind.EDITED, Lane.LIVE, Optional.of(now));
    minutesPass(600);
    assertThat(cause()).isEmpty();
  }

  /** What arrived before a person set it up is not missing. */
  @Test
  void withoutASecretNothingIsExpected() {
    minutesPass(5);
    comment();
    comment();
    comment();
    minutesPass(600);
    assertThat(watch.missed(false)).isEmpty();
    assertThat(cause()).isEmpty();
  }
}
