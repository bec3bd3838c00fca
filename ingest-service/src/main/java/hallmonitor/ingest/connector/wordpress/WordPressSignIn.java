package hallmonitor.ingest.connector.wordpress;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PlatformSignIn;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.ingest.connector.SignInRefused.Why;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Signs in at a WordPress site: its own page asks the person and makes an application password,
 * which comes back in place of a code
 * (https://developer.wordpress.org/advanced-administration/security/application-passwords/). There
 * is no client to register, and nothing to exchange.
 */
final class WordPressSignIn implements PlatformSignIn {
  /** Names this program to the site, so that a person can tell its passwords from others. */
  private static final String PROGRAM = "5b0a7e4e-6f0c-4b7e-9d53-0c7f6f6f2a11";

  private final Function<Access, WordPressHttp> api;

  WordPressSignIn(Function<Access, WordPressHttp> api) {
    this.api = api;
  }

  /** An application password may do all that its user may do. */
  @Override
  public List<String> scopes() {
    return List.of();
  }

  @Override
  public boolean isReady(AccountSecrets secrets) {
    return true;
  }

  /**
   * The page can lie elsewhere than below the address, so the site is asked for it. It must be on
   * the same host: the password that comes back is for that host.
   */
  @Override
  public Departure depart(Access access, Ask ask) throws PlatformException, SignInRefused {
    String page =
        api.apply(access)
            .root()
            .body()
            .at("/authentication/application-passwords/endpoints/authorization")
            .asText("");
    if (page.isEmpty()) {
      throw new SignInRefused(Why.TURNED_OFF);
    }
    URI address = URI.create(page);
    URI site = access.baseUrl();
    if (!site.getHost().equals(address.getHost())
        || !site.getScheme().equals(address.getScheme())
        || site.getPort() != address.getPort()) {
      throw new SignInRefused(Why.REDIRECT, List.of(String.valueOf(address.getHost())));
    }
    String back = ask.redirect() + "?" + PlatformHttp.form(Map.of("state", ask.state()));
    Map<String, String> query = new LinkedHashMap<>();
    query.put("app_name", "Hall Monitor");
    query.put("app_id", PROGRAM);
    query.put("success_url", back);
    query.put("reject_url", back + "&error=access_denied");
    return new Departure(URI.create(address + "?" + PlatformHttp.form(query)), ask.state(), "");
  }

  /** The code is {@code user:password}. */
  @Override
  public List<OfferedAccount> arrive(Access access, Arrival arrival) throws SignInRefused {
    String user = arrival.code().substring(0, Math.max(0, arrival.code().indexOf(':')));
    if (user.isEmpty()) {
      throw new SignInRefused(Why.CODE);
    }
    return List.of(new OfferedAccount(user, user, arrival.code()));
  }
}
