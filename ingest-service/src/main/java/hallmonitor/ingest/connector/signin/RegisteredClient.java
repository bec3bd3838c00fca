package hallmonitor.ingest.connector.signin;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.ingest.connector.SignInRefused.Why;
import hallmonitor.settings.district.WebAddresses;
import java.util.Optional;
import java.util.Set;

/**
 * How a platform knows this district's installation. No part contains a colon.
 *
 * @param configuration the id of a configuration of Facebook Login for Business, which names the
 *     permissions; empty elsewhere, and for an app that asks for permissions one by one
 */
public record RegisteredClient(String id, String secret, String configuration) {
  /** Creates a client of a platform without configurations. */
  public RegisteredClient(String id, String secret) {
    this(id, secret, "");
  }

  /**
   * Finds the client of a district in the secret {@code client-<name>}: {@code
   * client-id:client-secret}, on Meta's platforms perhaps with {@code :configuration-id}. It is
   * given away only to the platform itself: an account's address is whatever a person typed, and
   * any program may listen on this machine. Only a setting lets it go there, for stand-ins.
   *
   * @param hosts the platform's own
   * @throws SignInRefused if there is none for that address
   */
  public static RegisteredClient find(Access access, String name, Set<String> hosts)
      throws SignInRefused {
    boolean trusted =
        hosts.contains(String.valueOf(access.baseUrl().getHost()))
            || access.secrets().appsOnThisMachine() && WebAddresses.isThisMachine(access.baseUrl());
    return (trusted ? find(access.secrets(), name) : Optional.<RegisteredClient>empty())
        .orElseThrow(() -> new SignInRefused(Why.CLIENT));
  }

  /** Returns the client, wherever it may go; empty if none is stored. */
  public static Optional<RegisteredClient> find(AccountSecrets secrets, String name) {
    return secrets.find("client-" + name).flatMap(RegisteredClient::parse);
  }

  /** Returns what {@link #kept} wrote. */
  public static Optional<RegisteredClient> parse(String text) {
    String[] parts = text.split(":", -1);
    boolean complete =
        parts.length >= 2 && parts.length <= 3 && !parts[0].isBlank() && !parts[1].isBlank();
    return complete
        ? Optional.of(
            new RegisteredClient(
                parts[0].strip(), parts[1].strip(), parts.length == 3 ? parts[2].strip() : ""))
        : Optional.empty();
  }

  /** Returns id and secret in one line. */
  public String kept() {
    return id + ":" + secret;
  }

  @Override
  public String toString() {
    return "the client " + id;
  }
}
