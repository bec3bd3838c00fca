package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.access.OncePerHour.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OncePerHourTest {
  private Instant now = Instant.parse("2026-11-30T12:10:00Z");
  private final OncePerHour lines = new OncePerHour(() -> now);

  @Test
  void theFirstOfAKindInAnHourIsALine() {
    assertThat(lines.admit("form person novak")).isEqualTo(Line.FIRST);
    assertThat(lines.admit("form person novak")).isEqualTo(Line.KNOWN);
    assertThat(lines.admit("form person brandt")).isEqualTo(Line.FIRST);

    now = now.plus(Duration.ofHours(1));

    assertThat(lines.admit("form person novak")).isEqualTo(Line.FIRST);
  }

  @Test
  void anHourHasNoMoreThanTwoHundredLinesAndTheLastOneSaysSo() {
    assertThat(IntStream.range(0, 1_000).mapToObj(i -> lines.admit("kind " + i)).toList())
        .startsWith(Collections.nCopies(199, Line.FIRST).toArray(Line[]::new))
        .endsWith(Collections.nCopies(800, Line.KNOWN).toArray(Line[]::new))
        .containsOnlyOnce(Line.LAST);
  }
}
