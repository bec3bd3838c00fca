package hallmonitor.moderation.console.comments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.fuzz.Stranger;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A link to a comment as somebody pastes it. */
class PastedLinkFuzzTest {
  static Stream<Arguments> seeds() {
    return Stream.of("https://fb.example/7?comment_id=9#c1", "school.example/p/3", "[::1", "%zz")
        .map(link -> Arguments.of((Object) link.getBytes(UTF_8)));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void anyTextIsALinkOrNone(byte[] input) throws Exception {
    Stranger.meets(() -> PastedLink.of(new String(input, UTF_8)));
  }
}
