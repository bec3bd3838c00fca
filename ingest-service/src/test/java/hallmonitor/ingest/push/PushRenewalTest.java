package hallmonitor.ingest.push;

import static org.awaitility.Awaitility.await;

import hallmonitor.ingest.connector.PushSource;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PushRenewalTest {
  private final Set<URI> renewed = ConcurrentHashMap.newKeySet();

  private static PushTarget feed(String account, Consumer<URI> renewal) {
    PushSource source =
        new PushSource() {
          @Override
          public boolean ready() {
            return true;
          }

          @Override
          public Optional<Handshake> handshake(Map<String, String> query) {
            return Optional.empty();
          }

          @Override
          public boolean genuine(Function<String, Optional<String>> headers, byte[] body) {
            return false;
          }

          @Override
          public void renew(URI address) {
            renewal.accept(address);
          }
        };
    return new PushTarget(account, "rss", source, () -> {}, true);
  }

  private static PushTargets of(PushTarget... all) {
    return new PushTargets() {
      @Override
      public Optional<PushTarget> target(String account) {
        return Optional.empty();
      }

      @Override
      public List<PushTarget> all() {
        return List.of(all);
      }
    };
  }

  @Test
  void aFeedWhoseSubscriptionFailsDoesNotEndThoseOfTheOthers() {
    Vertx vertx = Vertx.vertx();
    PushEndpoint.Settings settings =
        new PushEndpoint.Settings(URI.create("https://monitor.example"), "127.0.0.1", 0, 10, 10);
    PushTargets feeds =
        of(
            feed(
                "broken",
                address -> {
                  throw new IllegalArgumentException("what this feed calls a hub");
                }),
            feed("whole", renewed::add));
    try (PushEndpoint endpoint =
        new PushEndpoint(vertx, settings, feeds, (account, outcome) -> {}).start()) {
      await().until(() -> renewed.contains(URI.create("https://monitor.example/push/whole")));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
