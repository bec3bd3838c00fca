package hallmonitor.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.account.AccountCheckpoint.Backfill;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackfillIntervalTest {
  private static final Instant START = Instant.parse("2026-11-24T18:00:00Z");

  private final BackfillInterval pace = new BackfillInterval();

  private static Optional<Backfill> read(long done, long total) {
    return Optional.of(
        new Backfill(
            LocalDate.parse("2026-01-01"),
            "",
            done,
            Optional.of(total),
            Optional.empty(),
            done == total));
  }

  private Optional<Instant> end(long done, boolean running, long seconds) {
    return pace.end(read(done, 1_000), running, START.plusSeconds(seconds));
  }

  @Test
  void whatIsLeftTakesAsLongForEachCommentAsWhatWasRead() {
    assertThat(end(100, true, 0)).isEmpty();
    assertThat(end(400, true, 30)).contains(START.plusSeconds(30 + 60));
  }

  @Test
  void nothingIsSaidAfterAFewSeconds() {
    end(100, true, 0);
    assertThat(end(200, true, 5)).isEmpty();
  }

  @Test
  void nothingIsSaidWhileNothingComes() {
    end(100, true, 0);
    assertThat(end(100, true, 60)).isEmpty();
  }

  @Test
  void aRestIsNotCounted() {
    end(100, true, 0);
    assertThat(end(400, false, 30)).isEmpty();
    end(400, true, 3_600);
    assertThat(end(700, true, 3_630)).contains(START.plusSeconds(3_630 + 30));
  }

  @Test
  void nothingIsSaidOnceItIsOver() {
    end(100, true, 0);
    assertThat(end(1_000, true, 30)).isEmpty();
  }
}
