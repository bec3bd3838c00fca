package hallmonitor.notifier.watch;

import hallmonitor.messaging.Worker;
import hallmonitor.messaging.http.CappedBody;
import hallmonitor.notifier.gateway.ProviderCall;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks an address outside once a minute while everything is well, and the same with {@code /fail}
 * otherwise. Who stands behind it tells people when it is no longer asked: the only one who notices
 * that the whole machine is gone. The protocol is that of https://healthchecks.io/docs/http_api/
 */
public final class OutwardHeartbeat implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int MOST_BYTES = 4 << 10;
  private static final int FIRST_FAILURE = 300;

  private final Supplier<Optional<String>> address;
  private final boolean privateNetwork;
  private final BooleanSupplier well;
  private final ProviderCall call = new ProviderCall();
  private final Worker worker;
  private volatile @Nullable String trouble;

  /**
   * Creates one.
   *
   * @param address a web address; empty for none
   * @param privateNetwork whether it may be on this machine or in the district's own network
   * @param well whether no urgent trouble stands
   */
  public OutwardHeartbeat(
      Supplier<Optional<String>> address, boolean privateNetwork, BooleanSupplier well) {
    this.address = address;
    this.privateNetwork = privateNetwork;
    this.well = well;
    this.worker = new Worker("outward heartbeat", this::beat);
  }

  OutwardHeartbeat start() {
    worker.start();
    return this;
  }

  /** Signals that something began or ended. */
  void wake() {
    worker.wake();
  }

  /** Returns why the address cannot be asked; empty if it can. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  private Duration beat() {
    trouble = address.get().flatMap(this::ask).orElse(null);
    return EVERY;
  }

  private Optional<String> ask(String base) {
    try {
      URI to = URI.create(well.getAsBoolean() ? base : base.replaceAll("/+$", "") + "/fail");
      if (!"https".equals(to.getScheme()) && !"http".equals(to.getScheme())) {
        return Optional.of("The secret with its address does not start with https://.");
      }
      int status =
          call.make(HttpRequest.newBuilder(to).GET(), privateNetwork, CappedBody.upTo(MOST_BYTES))
              .statusCode();
      return status < FIRST_FAILURE
          ? Optional.empty()
          : Optional.of("The outside watch answers " + status + ".");
    } catch (IllegalArgumentException e) {
      return Optional.of("The secret with its address holds no web address.");
    } catch (ProviderCall.NoAnswer e) {
      return Optional.of("The outside watch gives no answer: " + e.why() + ".");
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
