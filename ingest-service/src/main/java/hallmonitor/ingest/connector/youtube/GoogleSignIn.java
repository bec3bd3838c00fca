package hallmonitor.ingest.connector.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PlatformSignIn;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.ingest.connector.SignInRefused.Why;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.ingest.connector.signin.CodeExchange;
import hallmonitor.ingest.connector.signin.RegisteredClient;
import hallmonitor.settings.district.WebAddresses;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Signs in at Google as a channel, for access while the person is away
 * (https://developers.google.com/identity/protocols/oauth2/web-server).
 */
final class GoogleSignIn implements PlatformSignIn {
  private static final String GOOGLE = "https://accounts.google.com/o/oauth2/v2/auth";

  private static final String CLIENT = "google";

  private final Function<Access, PlatformHttp> http;
  private final Function<Access, YouTubeApi> api;

  /**
   * Creates a way to sign in.
   *
   * @param api calls YouTube with the credential of an access
   */
  GoogleSignIn(Function<Access, PlatformHttp> http, Function<Access, YouTubeApi> api) {
    this.http = http;
    this.api = api;
  }

  @Override
  public List<String> scopes() {
    return List.of(GoogleTokens.MODERATING);
  }

  @Override
  public boolean isReady(AccountSecrets secrets) {
    return RegisteredClient.find(secrets, CLIENT).isPresent();
  }

  private CodeExchange exchange(Access access) throws SignInRefused {
    URI site = access.baseUrl();
    return new CodeExchange(
        http.apply(access),
        RegisteredClient.find(access, CLIENT, GoogleTokens.GOOGLE_APIS),
        URI.create(WebAddresses.isThisMachine(site) ? site + "/o/oauth2/v2/auth" : GOOGLE),
        GoogleTokens.address(site),
        scopes());
  }

  /** Without the consent, Google gives no second refresh token to a person who signed in before. */
  @Override
  public Departure depart(Access access, Ask ask) throws SignInRefused {
    URI address =
        exchange(access)
            .address(
                ask,
                String.join(" ", scopes()),
                Map.of("access_type", "offline", "prompt", "consent"));
    return new Departure(address, ask.state(), "");
  }

  @Override
  public List<OfferedAccount> arrive(Access access, Arrival arrival)
      throws PlatformException, SignInRefused {
    CodeExchange exchange = exchange(access);
    JsonAnswer redeemed = exchange.redeem(arrival);
    exchange.requireAll(Optional.ofNullable(redeemed.body().path("scope").asText(null)));
    String refresh = redeemed.body().path("refresh_token").asText("");
    if (refresh.isEmpty()) {
      throw new SignInRefused(Why.CODE);
    }
    String credential = exchange.client().kept() + ":" + refresh;
    List<OfferedAccount> found = new ArrayList<>();
    JsonAnswer channels =
        api.apply(access.with(credential))
            .list("channels", Map.of("part", "snippet", "mine", "true"));
    for (JsonNode one : channels.body().path("items")) {
      found.add(
          new OfferedAccount(
              one.path("id").asText(), one.at("/snippet/title").asText(""), credential));
    }
    if (found.isEmpty()) {
      throw new SignInRefused(Why.NO_ACCOUNT);
    }
    return found;
  }
}
