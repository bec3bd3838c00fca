package hallmonitor.moderation.console.access;

import hallmonitor.messaging.http.TrustedProxies;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address of a visitor, for rate limits and the audit log. Quarkus takes the first address in
 * {@code X-Forwarded-For}, which the visitor can choose if the proxy only adds to the header.
 */
@ApplicationScoped
public class ClientAddress {
  private final TrustedProxies proxies;

  ClientAddress(
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
      throw new ConfigurationException(e.getMessage());
    }
  }

  /** Stops a start that would believe anyone: the constructor refuses it. */
  void atStart(@Observes StartupEvent event) {}

  public String of(HttpServerRequest request) {
    return proxies.client(
        request.connection().remoteAddress().hostAddress(),
        request.headers().getAll("X-Forwarded-For"));
  }
}
