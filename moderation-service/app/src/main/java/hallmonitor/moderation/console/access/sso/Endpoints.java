package hallmonitor.moderation.console.access.sso;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * What the provider tells about itself (OpenID Connect Discovery 1.0).
 *
 * @param basic whether the client shows its secret in a header rather than in the form
 */
record Endpoints(URI authorization, URI token, URI keys, boolean basic) {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * @throws IOException when it is no answer of this issuer's, or leads out of HTTPS
   */
  static Endpoints of(JsonNode told, String issuer) throws IOException {
    if (!issuer.equals(told.path("issuer").textValue())) {
      throw new IOException("the discovery document names another issuer than the configured one");
    }
    JsonNode methods = told.path("token_endpoint_auth_methods_supported");
    boolean basic = methods.isMissingNode();
    for (JsonNode method : methods) {
      basic |= "client_secret_basic".equals(method.textValue());
    }
    return new Endpoints(
        address(told, "authorization_endpoint"),
        address(told, "token_endpoint"),
        address(told, "jwks_uri"),
        basic);
  }

  /** HTTPS, or a provider on this machine. */
  static boolean isSafe(URI address) {
    return address.getHost() != null
        && ("https".equals(address.getScheme())
            || "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost()));
  }

  private static URI address(JsonNode told, String name) throws IOException {
    String text = told.path(name).asText();
    try {
      URI address = URI.create(text);
      if (isSafe(address)) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("the discovery document's " + name + " is no address", e);
    }
    throw new IOException("the discovery document's " + name + " is not https");
  }
}
