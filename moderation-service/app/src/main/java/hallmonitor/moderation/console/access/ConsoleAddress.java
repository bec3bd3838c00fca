package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.passkey.RelyingParty;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where browsers reach the console, as the settings say: a header of a proxy can be wrong, or
 * missing.
 */
@ApplicationScoped
public class ConsoleAddress {
  static final String LOCALHOST = "localhost";

  private static final Set<String> THIS_MACHINE = Set.of(LOCALHOST, "127.0.0.1", "[::1]", "::1");

  private final URI url;

  ConsoleAddress(ConsoleConfig config) {
    this.url = config.url();
  }

  /** Returns whether the console is reached by https only. */
  public boolean isHttps() {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  /** Returns whether cookies of this answer are for https only. */
  public boolean isSecure(HttpServerRequest request) {
    return isHttps() || request.isSSL();
  }

  /** Returns what passkeys are bound to; empty if browsers offer none at this address. */
  public Optional<RelyingParty> relyingParty() {
    return RelyingParty.at(url);
  }

  /** Returns whether only this machine reaches the console, as in a trial. */
  public boolean isThisMachine() {
    return THIS_MACHINE.contains(String.valueOf(url.getHost()));
  }
}
