package hallmonitor.notifier.service;

import hallmonitor.messaging.http.ClientNetwork;
import hallmonitor.messaging.http.TrustedProxies;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The network of a visitor of the pages behind links, for their limits: one household has a whole
 * network of IPv6.
 */
@ApplicationScoped
public class VisitorAddress {
  private final TrustedProxies proxies;

  VisitorAddress(
      @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
          boolean forwarding,
      @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> trusted) {
    this.proxies = read(forwarding, trusted.orElse(List.of()));
  }

  /** This exception type suppresses the stack trace: the message is for the operator. */
  private static TrustedProxies read(boolean forwarding, List<String> trusted) {
    try {
      return TrustedProxies.of(forwarding, trusted);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("The notifier does not start.\n" + e.getMessage());
    }
  }

  /** Stops a start that would believe anyone: the constructor refuses it. */
  void atStart(@Observes StartupEvent event) {}

  /** Returns the network, see {@link ClientNetwork#of}; empty if it is unknown. */
  String of(HttpServerRequest request) {
    SocketAddress end = request.connection().remoteAddress();
    return end == null
        ? ""
        : ClientNetwork.of(
            proxies.client(end.hostAddress(), request.headers().getAll("X-Forwarded-For")));
  }
}
