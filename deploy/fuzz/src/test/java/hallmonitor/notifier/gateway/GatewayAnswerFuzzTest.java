package hallmonitor.notifier.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.fuzz.Stranger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers of providers of text messages, calls and chats: a status, then the body. */
class GatewayAnswerFuzzTest {
  private static final List<GatewayProtocol> PROTOCOLS =
      List.of(
          TwilioProtocol.texts(),
          TwilioProtocol.calls(),
          new PagerDutyProtocol(),
          ChatProtocol.teams(),
          ChatProtocol.slack());
  private static final int[] STATUSES = {200, 302, 400, 401, 404, 429, 500};
  private static final int LONGEST = 300;

  static Stream<Arguments> seeds() {
    return Stream.of(
            "{\"sid\":\"SM1\",\"status\":\"queued\"}",
            "{\"sid\":\"SM1\",\"status\":\"failed\",\"error_code\":30003}",
            "{\"code\":21211}",
            "{\"message\":\"Event object is invalid\"}",
            "{\"message\":\"" + "long\\n ".repeat(LONGEST) + "\"}",
            "ok",
            "invalid_token",
            "")
        .flatMap(
            body ->
                Stream.of("\0", "\2", "\5")
                    .map(status -> Arguments.of((Object) (status + body).getBytes(UTF_8))));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void anAnswerBecomesOneShortLine(byte[] input) throws Exception {
    int status = STATUSES[Stranger.choice(input, STATUSES.length)];
    byte[] body = Stranger.rest(input);
    String start = new String(Arrays.copyOf(body, Math.min(body.length, 20)), UTF_8);
    GatewayAnswer answer = new GatewayAnswer(status, Optional.of(start), body);
    Stranger.meets(
        () -> {
          for (GatewayProtocol protocol : PROTOCOLS) {
            isOneShortLine(protocol.meaning(answer));
            isOneShortLine(protocol.standing(answer));
          }
        });
  }

  private static void isOneShortLine(GatewayResult result) {
    String why = "";
    if (result instanceof GatewayResult.Refused refused) {
      why = refused.why();
    } else if (result instanceof GatewayResult.Later later) {
      why = later.why();
    }
    assertThat(why).hasSizeLessThanOrEqualTo(LONGEST).doesNotContainPattern("\\p{Cntrl}");
  }
}
