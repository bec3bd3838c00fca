package hallmonitor.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.StreamSource;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamKeeperTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration SILENCE = Duration.ofSeconds(6);

  private final Vertx vertx = Vertx.vertx();
  private final StreamStandIn platform = new StreamStandIn();
  private final AtomicInteger hearing = new AtomicInteger();
  private volatile Collection<StreamAccount> accounts = List.of();
  private final StreamKeeper keeper =
      new StreamKeeper(
          vertx,
          () -> accounts,
          new StreamListener() {
            @Override
            public void news(String account) {}

            @Override
            public void hearing(int number) {
              hearing.set(number);
            }
          },
          InstantSource.system(),
          SILENCE);

  /** An account that hears its own name. */
  private final class Listening implements StreamSource {
    private final String name;
    private final AtomicInteger woken = new AtomicInteger();
    private boolean canAsk = true;
    private String url = platform.url();

    Listening(String name) {
      this.name = name;
    }

    @Override
    public Optional<Address> address() throws PlatformException {
      if (!canAsk) {
        throw new PlatformException(new Fault.Transient("It cannot be reached."));
      }
      return Optional.of(new Address(URI.create(url + "/all?of=posts"), Map.of()));
    }

    @Override
    public boolean isNews(String message) {
      return message.contains(name);
    }

    StreamAccount account() {
      return new StreamAccount(name, this, woken::incrementAndGet);
    }
  }

  private void keep(StreamAccount... now) {
    accounts = List.of(now);
    keeper.start();
  }

  private void awaitListeners(int number) {
    await().atMost(PATIENCE).until(() -> platform.listeners() == number && hearing.get() > 0);
  }

  @AfterEach
  void close() {
    keeper.close();
    platform.close();
    vertx.close();
  }

  @Test
  void newsWakeTheAccountThatTheyConcernAndOnceMoreForAListThatIsBehind() {
    Listening one = new Listening("first");
    Listening other = new Listening("second");
    keep(one.account(), other.account());
    awaitListeners(1); // both share it
    await().atMost(PATIENCE).until(() -> hearing.get() == 2);
    platform.tell("a reply to first");
    platform.tell("a reply to somebody else");
    await().atMost(PATIENCE).until(() -> one.woken.get() == 2);
    assertThat(other.woken).hasValue(0);
    assertThat(platform.asked()).containsExactly("/all?of=posts ");
  }

  @Test
  void aStreamThatEndsIsOpenedAgain() {
    Listening one = new Listening("first");
    keep(one.account());
    awaitListeners(1);
    platform.end();
    await().atMost(PATIENCE).until(() -> platform.asked().size() == 2);
    awaitListeners(1);
    platform.tell("first");
    await().atMost(PATIENCE).until(() -> one.woken.get() > 0);
  }

  @Test
  void aServerThatGivesNoSignOfLifeIsAskedAgain() throws IOException {
    try (SilentServer silent = new SilentServer()) {
      Listening one = new Listening("first");
      one.url = silent.url();
      keep(one.account());
      await().atMost(PATIENCE).until(() -> silent.opened() == 2);
    }
  }

  @Test
  void aQuietServerThatIsAliveIsNotAskedAgain() {
    keep(new Listening("first").account());
    awaitListeners(1);
    await().during(SILENCE.multipliedBy(2)).atMost(PATIENCE).until(() -> platform.listeners() == 1);
    assertThat(platform.asked()).hasSize(1);
  }

  @Test
  void aMessageThatIsTooLargeIsNotHeldAndEndsTheConnectionOnly() {
    Listening one = new Listening("first");
    keep(one.account());
    awaitListeners(1);
    platform.tell("first " + "x".repeat(StreamKeeper.LARGEST));
    await().atMost(PATIENCE).until(() -> platform.asked().size() == 2);
    assertThat(one.woken).hasValue(0);
    awaitListeners(1);
    platform.tell("first");
    await().atMost(PATIENCE).until(() -> one.woken.get() > 0);
  }

  @Test
  void aServerThatRefusesIsAskedEverLessOften() {
    platform.refuse(true);
    keep(new Listening("first").account());
    await().atMost(PATIENCE).until(() -> platform.asked().size() >= 2);
    await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> platform.asked().size() < 5);
    assertThat(hearing).hasValue(0);
  }

  @Test
  void anAccountThatCannotBeAskedKeepsNoOtherFromItsStream() {
    Listening lost = new Listening("first");
    lost.canAsk = false;
    Listening other = new Listening("second");
    keep(lost.account(), other.account());
    awaitListeners(1);
    platform.tell("second");
    await().atMost(PATIENCE).until(() -> other.woken.get() > 0);
  }

  @Test
  void anAccountThatIsNoLongerReadLeavesItsStream() {
    Listening one = new Listening("first");
    Listening other = new Listening("second");
    keep(one.account(), other.account());
    await().atMost(PATIENCE).until(() -> hearing.get() == 2);
    accounts = List.of(other.account());
    await().atMost(PATIENCE).until(() -> hearing.get() == 1);
    assertThat(platform.listeners()).isEqualTo(1);
    accounts = List.of();
    await().atMost(PATIENCE).until(() -> platform.listeners() == 0);
  }
}
