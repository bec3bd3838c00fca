package hallmonitor.moderation.console.access.sso;

import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import hallmonitor.settings.district.WebAddresses;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The single provider of a district, looked up when it is first needed and again every hour. After
 * a failure it is not asked for half a minute, so that no one waits for it on every page.
 */
public final class Providers {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Provider.Client client;
  private final InstantSource clock;
  private final Web web = new Web();
  private Optional<Provider> found = Optional.empty();
  private Instant asked = Instant.EPOCH;
  private String fault = "";

  /**
   * @param longestAge how long ago a person may have signed in there; empty for any time
   * @throws IllegalArgumentException with a sentence, if an address is not HTTPS, or the age is
   *     less than a minute or more than a year
   */
  public Providers(
      URI issuer,
      String clientId,
      URI redirect,
      Optional<Duration> longestAge,
      InstantSource clock) {
    for (URI address : new URI[] {issuer, redirect}) {
      if (!WebAddresses.isSafe(address)) {
        throw new IllegalArgumentException(
            "Single sign-on needs https: change the address " + address + ".");
      }
    }
    // The provider takes seconds as an int, and what has no length lets nobody in.
    boolean isAge =
        longestAge
            .map(age -> !age.minusMinutes(1).isNegative() && age.toDays() <= 365)
            .orElse(true);
    if (!isAge) {
      throw new IllegalArgumentException(
          "hallmonitor.console.sso.longest-age is from 1 minute to 365 days, such as 12h.");
    }
    this.client =
        new Provider.Client(new Issuer(issuer), new ClientID(clientId), redirect, longestAge);
    this.clock = clock;
  }

  /** Returns the address to send the browser to. */
  public URI ask(Flow flow) throws SsoRefused {
    return provider().ask(flow);
  }

  /**
   * @param secret the client's
   * @return the claims of the ID token that the code stands for, all checked
   */
  public Map<String, Object> redeem(String code, Flow flow, String secret) throws SsoRefused {
    return provider().redeem(code, flow, secret);
  }

  /** At most a minute old. */
  public synchronized boolean isReachable() {
    askOnceIn(MINUTE);
    return fault.isEmpty();
  }

  /** The previous result stays while the provider does not answer. */
  private synchronized Provider provider() throws SsoRefused {
    askOnceIn(found.isPresent() ? FRESH : PAUSE);
    return found.orElseThrow(() -> SsoRefused.unreachable(fault, null));
  }

  private void askOnceIn(Duration time) {
    Instant now = clock.instant();
    if (now.isBefore(asked.plus(fault.isEmpty() ? time : PAUSE))) {
      return;
    }
    asked = now;
    try {
      found = Optional.of(Provider.discover(client, web));
      fault = "";
    } catch (IOException | IllegalArgumentException e) {
      fault = "the provider's discovery document cannot be had: " + e.getMessage();
    }
  }
}
