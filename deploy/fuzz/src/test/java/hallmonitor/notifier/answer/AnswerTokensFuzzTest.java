package hallmonitor.notifier.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.fuzz.Stranger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Links of the answer page as anyone can type them. */
class AnswerTokensFuzzTest {
  private static final AnswerTokens TOKENS =
      new AnswerTokens(List.of(new byte[32]), Duration.ofDays(7));
  private static final String OWN =
      new AnswerTokens(
              List.of("another key, of thirty-two bytes!".getBytes(UTF_8)), Duration.ofDays(7))
          .token(new UUID(1, 2), "dana", Instant.EPOCH);

  static Stream<Arguments> seeds() {
    return Stream.of(OWN, "", "AA==").map(text -> Arguments.of((Object) text.getBytes(UTF_8)));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void nothingIsALinkWithoutTheKey(byte[] input) throws Exception {
    Stranger.meets(() -> assertThat(TOKENS.read(new String(input, UTF_8))).isEmpty());
  }
}
