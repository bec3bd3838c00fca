package hallmonitor.notifier.gateway;

import hallmonitor.settings.escalation.Gateway;
import java.net.http.HttpRequest;
import java.util.Optional;

/** How one provider is spoken to. */
interface GatewayProtocol {
  /**
   * Returns the request.
   *
   * @throws IllegalArgumentException with a sentence for people if the secret has the wrong form
   */
  HttpRequest.Builder request(Gateway gateway, String secret, GatewayMessage message);

  GatewayResult meaning(GatewayAnswer answer);

  /**
   * Returns a request that sends nobody anything and shows whether messages would be taken; empty
   * if the provider has none.
   */
  default Optional<HttpRequest.Builder> trial(Gateway gateway, String secret) {
    return Optional.empty();
  }

  /**
   * Returns the request that asks what became of a message that was taken; empty if it cannot be
   * asked.
   */
  default Optional<HttpRequest.Builder> question(Gateway gateway, String secret, String reference) {
    return Optional.empty();
  }

  /** Returns what the answer to that question means. */
  default GatewayResult standing(GatewayAnswer answer) {
    return new GatewayResult.Underway();
  }
}
