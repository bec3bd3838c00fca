package hallmonitor.ingest.connector.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PlatformSignIn;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.ingest.connector.SignInRefused.Why;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.ingest.connector.signin.CodeExchange;
import hallmonitor.ingest.connector.signin.RegisteredClient;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Signs in at a server with Mastodon's API. Every server is a platform of its own, so a client is
 * registered there each time (https://docs.joinmastodon.org/methods/apps/#create). Servers check
 * the proof of possession since Mastodon 4.3; others ignore it.
 */
final class MastodonSignIn implements PlatformSignIn {
  private static final String NAME = "Hall Monitor";

  /** Reads replies; answers, and blocks. */
  private static final List<String> SCOPES = List.of("read", "write:statuses", "write:blocks");

  private final Function<Access, PlatformHttp> http;
  private final Function<Access, MastodonHttp> api;

  /**
   * Creates a way to sign in.
   *
   * @param api calls the server with the credential of an access
   */
  MastodonSignIn(Function<Access, PlatformHttp> http, Function<Access, MastodonHttp> api) {
    this.http = http;
    this.api = api;
  }

  @Override
  public List<String> scopes() {
    return SCOPES;
  }

  @Override
  public boolean isReady(AccountSecrets secrets) {
    return true;
  }

  @Override
  public Departure depart(Access access, Ask ask) throws PlatformException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_name", NAME);
    form.put("redirect_uris", ask.redirect().toString());
    form.put("scopes", String.join(" ", SCOPES));
    JsonNode app = api.apply(access).register(form).body();
    RegisteredClient client =
        new RegisteredClient(
            app.path("client_id").asText(""), app.path("client_secret").asText(""));
    URI address = exchange(access, client).address(ask, String.join(" ", SCOPES), Map.of());
    return new Departure(address, ask.state(), client.kept());
  }

  private CodeExchange exchange(Access access, RegisteredClient client) {
    return new CodeExchange(
        http.apply(access),
        client,
        URI.create(access.baseUrl() + "/oauth/authorize"),
        URI.create(access.baseUrl() + "/oauth/token"),
        SCOPES);
  }

  @Override
  public List<OfferedAccount> arrive(Access access, Arrival arrival)
      throws PlatformException, SignInRefused {
    CodeExchange exchange =
        exchange(
            access,
            RegisteredClient.parse(arrival.kept())
                .orElseThrow(() -> new SignInRefused(Why.CLIENT)));
    JsonAnswer redeemed = exchange.redeem(arrival);
    exchange.requireAll(
        Optional.ofNullable(redeemed.body().path("scope").asText(null))
            .map(MastodonSignIn::spelledOut));
    String token = redeemed.body().path("access_token").asText();
    JsonNode me = owner(access.with(token));
    return List.of(
        new OfferedAccount(
            me.path("id").asText(),
            "@" + me.path("acct").asText() + "@" + access.baseUrl().getHost(),
            token));
  }

  /** snac gives a token for any code, and refuses it only here. */
  private JsonNode owner(Access access) throws PlatformException, SignInRefused {
    try {
      return api.apply(access).get("/v1/accounts/verify_credentials", Map.of()).body();
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Rejected || e.fault() instanceof Fault.AuthLost) {
        throw new SignInRefused(Why.CODE);
      }
      throw e;
    }
  }

  /** A server that knows only the wide scopes grants those, which hold the narrow ones. */
  private static String spelledOut(String granted) {
    return List.of(granted.split(" ")).contains("write")
        ? granted + " " + String.join(" ", SCOPES)
        : granted;
  }
}
