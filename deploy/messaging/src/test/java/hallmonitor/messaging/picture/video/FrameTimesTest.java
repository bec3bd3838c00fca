package hallmonitor.messaging.picture.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A video is looked at where it shows something. */
class FrameTimesTest {
  private static final String HEAD =
      "#software: Lavf\n#tb 0: 1/1000\n#media_type 0: video\n#codec_id 0: h264\n";

  /** Returns a list of packets, as ffmpeg's framecrc writes it. */
  private static String packets(int... milliseconds) {
    return HEAD
        + IntStream.of(milliseconds)
            .mapToObj("0, %1$10d, %1$10d,       40,      312, 0x1234abcd\n"::formatted)
            .collect(Collectors.joining());
  }

  @Test
  void theFirstTheLastAndWhatIsBetweenAtEqualSteps() {
    int[] tenSeconds = IntStream.range(0, 250).map(i -> i * 40).toArray();

    assertThat(FrameTimes.of(packets(tenSeconds), 5)).containsExactly(0, 2, 4, 6, 9);
    assertThat(FrameTimes.of(packets(tenSeconds), 1)).containsExactly(4);
    assertThat(FrameTimes.of(packets(tenSeconds), 20)).hasSize(10);
  }

  @Test
  void onePacketMinutesLaterMovesNoOther() {
    assertThat(FrameTimes.of(packets(0, 1_000, 2_000, 3_000, 4_000, 185_000), 5))
        .containsExactly(0, 1, 2, 3, 4);
    assertThat(FrameTimes.of(packets(0, 1_000, 2_000, 3_000, 4_000, 180_999), 5))
        .containsExactly(0, 1, 2, 3, 180);
  }

  @Test
  void theOrderOfPacketsDoesNotMatter() {
    assertThat(FrameTimes.of(packets(3_000, 0, 2_000, 1_000, -40), 5)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void whatBreaksOffOrIsNoListIsReadAsFarAsItGoes() {
    String whole = packets(0, 1_000);

    assertThat(FrameTimes.of(whole.substring(0, whole.length() - 45), 5)).containsExactly(0);
    assertThat(FrameTimes.of("", 5)).isEmpty();
    assertThat(FrameTimes.of("#tb 0: 1/0\n0, 1, 1, 1, 1, 0x0\n", 5)).isEmpty();
    assertThat(FrameTimes.of("0, 1, 1, 1, 1, 0x0\n", 5)).isEmpty();
  }
}
