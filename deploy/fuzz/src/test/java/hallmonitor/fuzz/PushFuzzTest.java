package hallmonitor.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PushSource;
import hallmonitor.ingest.connector.discourse.Discourse;
import hallmonitor.ingest.connector.facebook.Facebook;
import hallmonitor.ingest.connector.feed.Rss;
import hallmonitor.ingest.connector.x.XPlatform;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Deliveries of platforms, before anything shows who sent them. The first byte chooses the
 * platform, the first line is every header and parameter, and the rest is the body.
 */
class PushFuzzTest {
  private static final List<PushSource> SOURCES =
      Stream.of(new Facebook(), new XPlatform(1), new Discourse(), new Rss())
          .map(platform -> platform.connect(access()).push().orElseThrow())
          .toList();

  private static Platform.Access access() {
    return new Platform.Access(
        "school",
        URI.create("https://school.example"),
        "school",
        new AccountSecrets(Path.of("no-such-folder"), name -> "a secret nobody can guess"),
        new RateBudget(1, 1, System::nanoTime));
  }

  static Stream<Arguments> seeds() {
    return Stranger.choices(IntStream.range(0, SOURCES.size()), "push.txt");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void nothingIsGenuineWithoutTheSecret(byte[] input) throws Exception {
    PushSource source = SOURCES.get(Stranger.choice(input, SOURCES.size()));
    byte[] rest = Stranger.rest(input);
    int end = 0;
    while (end < rest.length && rest[end] != '\n') {
      end++;
    }
    String value = new String(rest, 0, end, ISO_8859_1);
    byte[] body = Arrays.copyOfRange(rest, end, rest.length);
    Map<String, String> query = new HashMap<>();
    for (String name : List.of("hub.challenge", "hub.verify_token", "hub.topic", "token")) {
      query.put(name, value);
    }
    query.put("crc_token", new String(body, UTF_8));
    query.put("hub.mode", "subscribe");
    query.put("hub.lease_seconds", value);
    Stranger.meets(
        () -> {
          assertThat(source.ready()).isTrue();
          assertThat(source.genuine(name -> Optional.of(value), body)).isFalse();
          source.handshake(query);
        });
  }
}
