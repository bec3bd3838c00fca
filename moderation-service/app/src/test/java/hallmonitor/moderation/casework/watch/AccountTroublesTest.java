package hallmonitor.moderation.casework.watch;

import static hallmonitor.moderation.casework.watch.TroubleCause.NOT_LOOKED_AT;
import static hallmonitor.moderation.casework.watch.TroubleCause.OUT_OF_BUDGET;
import static hallmonitor.moderation.casework.watch.TroubleCause.SIGNED_OUT;
import static hallmonitor.moderation.casework.watch.TroubleCause.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountTroublesTest {
  private static final Instant NOW = Instant.parse("2026-11-10T15:00:00Z");
  private static final WatchRules RULES =
      new WatchRules(
          Map.of("classroom", Duration.ofHours(4)),
          Duration.ofDays(1),
          Duration.ofDays(1),
          Duration.ofMinutes(30));

  private static List<AccountTrouble> of(WatchedAccount account) {
    return AccountTroubles.of(account, RULES, Instant::plus, NOW);
  }

  private static WatchedAccount waiting(String kind, Duration time) {
    return new WatchedAccount(kind, Optional.of(NOW.minus(time)), Set.of(), Optional.empty());
  }

  private static WatchedAccount past(long comments, Duration longestPause, Duration silentFor) {
    return new WatchedAccount(
        "school",
        Optional.empty(),
        Set.of(),
        Optional.of(new CommentPast(comments, longestPause, NOW.minus(silentFor))));
  }

  @Test
  void aCommentThatNobodyLookedAtCountsOnceItsTimeIsOver() {
    assertThat(of(waiting("classroom", Duration.ofMinutes(239)))).isEmpty();
    assertThat(of(waiting("classroom", Duration.ofHours(5))))
        .containsExactly(new AccountTrouble(NOT_LOOKED_AT, NOW.minus(Duration.ofHours(1))));
    assertThat(of(waiting("school", Duration.ofHours(5)))).as("another kind").isEmpty();
    assertThat(of(waiting("school", Duration.ofDays(1)))).hasSize(1);
  }

  @Test
  void whatItsConnectorReportsCountsFromNowOn() {
    WatchedAccount account =
        new WatchedAccount(
            "school", Optional.empty(), Set.of(OUT_OF_BUDGET, SIGNED_OUT), Optional.empty());

    assertThat(of(account))
        .containsExactly(
            new AccountTrouble(SIGNED_OUT, NOW), new AccountTrouble(OUT_OF_BUDGET, NOW));
  }

  @Test
  void silenceIsUnusualAfterTwiceTheLongestPause() {
    assertThat(of(past(50, Duration.ofDays(5), Duration.ofDays(9)))).isEmpty();
    assertThat(of(past(50, Duration.ofDays(5), Duration.ofDays(11))))
        .containsExactly(new AccountTrouble(SILENT, NOW.minus(Duration.ofDays(1))));
  }

  @Test
  void aBusyAccountMayBeSilentForThreeSchoolDays() {
    assertThat(of(past(5_000, Duration.ofHours(8), Duration.ofDays(2)))).isEmpty();
    assertThat(of(past(5_000, Duration.ofHours(8), Duration.ofDays(4)))).hasSize(1);
  }

  @Test
  void anAccountWithFewOrNoCommentsIsNeverSilent() {
    assertThat(of(past(19, Duration.ofDays(1), Duration.ofDays(90)))).isEmpty();
    assertThat(of(new WatchedAccount("school", Optional.empty(), Set.of(), Optional.empty())))
        .isEmpty();
  }
}
