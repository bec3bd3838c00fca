package hallmonitor.notifier.gateway;

import hallmonitor.settings.escalation.Gateway;
import java.net.http.HttpRequest;

/** How one provider is spoken to. */
interface GatewayProtocol {
  /**
   * Returns the request.
   *
   * @throws IllegalArgumentException with a sentence for people if the secret has the wrong form
   */
  HttpRequest.Builder request(Gateway gateway, String secret, GatewayMessage message);

  GatewayResult meaning(GatewayAnswer answer);

  /** Returns the request that asks what became of a message that was taken. */
  default HttpRequest.Builder question(Gateway gateway, String secret, String reference) {
    throw new UnsupportedOperationException("this provider cannot be asked");
  }

  /** Returns what the answer to that question means. */
  default GatewayResult standing(GatewayAnswer answer) {
    return new GatewayResult.Underway();
  }
}
