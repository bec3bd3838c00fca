package hallmonitor.ingest.connector.meta;

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
import java.util.Set;
import java.util.function.Function;

/**
 * Signs in with Facebook Login. The person's token is exchanged for a long one, and that for the
 * tokens of their Pages, which do not expire
 * (https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived).
 */
public final class GraphSignIn implements PlatformSignIn {
  private static final String CLIENT = "meta";
  private static final Set<String> HOSTS = Set.of("graph.facebook.com");
  private static final String DIALOG = "https://www.facebook.com";

  /** Subcodes of a code that expired or was used, and of another redirect address. */
  private static final Set<Integer> USED_UP = Set.of(36007, 36009);

  private static final int OTHER_REDIRECT = 36008;

  /** The app does not exist; its secret is wrong. */
  private static final Set<Integer> NO_CLIENT = Set.of(1, 101);

  private final MetaOffer offer;
  private final Function<Access, PlatformHttp> http;
  private final Function<Access, GraphApi> api;

  /**
   * Creates a way to sign in.
   *
   * @param api calls Meta with the credential of an access
   */
  public GraphSignIn(
      MetaOffer offer, Function<Access, PlatformHttp> http, Function<Access, GraphApi> api) {
    this.offer = offer;
    this.http = http;
    this.api = api;
  }

  @Override
  public List<String> scopes() {
    return offer.permissions();
  }

  @Override
  public boolean isReady(AccountSecrets secrets) {
    return RegisteredClient.find(secrets, CLIENT).isPresent();
  }

  private CodeExchange exchange(Access access) throws SignInRefused {
    URI site = access.baseUrl();
    String dialog = WebAddresses.isThisMachine(site) ? site.toString() : DIALOG;
    return new CodeExchange(
        http.apply(access),
        RegisteredClient.find(access, CLIENT, HOSTS),
        URI.create(dialog + GraphApi.VERSION + "/dialog/oauth"),
        URI.create(site + GraphApi.VERSION + "/oauth/access_token"),
        scopes());
  }

  /** A configuration names the permissions; without one they are asked for here. */
  @Override
  public Departure depart(Access access, Ask ask) throws SignInRefused {
    CodeExchange exchange = exchange(access);
    String configuration = exchange.client().configuration();
    URI address =
        exchange.address(
            ask,
            String.join(",", scopes()),
            configuration.isEmpty() ? Map.of() : Map.of("config_id", configuration));
    return new Departure(address, ask.state(), "");
  }

  @Override
  public List<OfferedAccount> arrive(Access access, Arrival arrival)
      throws PlatformException, SignInRefused {
    CodeExchange exchange = exchange(access);
    String appSecret = exchange.client().secret();
    JsonAnswer redeemed = exchange.redeem(arrival, GraphSignIn::refusal);
    String token = redeemed.body().path("access_token").asText();
    // A system user's token, which a configuration can ask for, does not expire.
    boolean expires = redeemed.body().path("expires_in").asLong(0) > 0;
    String lasting = expires ? longLived(exchange, token) : token;
    GraphApi person = api.apply(access.with(lasting + ":" + appSecret));
    exchange.requireAll(granted(person));
    List<OfferedAccount> found = accounts(person, appSecret);
    if (found.isEmpty()) {
      throw new SignInRefused(Why.NO_ACCOUNT);
    }
    return found;
  }

  private static Optional<Why> refusal(JsonAnswer answer) {
    JsonNode error = answer.body().path("error");
    int subcode = error.path("error_subcode").asInt();
    if (subcode == OTHER_REDIRECT) {
      return Optional.of(Why.REDIRECT);
    }
    if (USED_UP.contains(subcode)) {
      return Optional.of(Why.CODE);
    }
    boolean client = answer.status() == 400 && NO_CLIENT.contains(error.path("code").asInt());
    return client ? Optional.of(Why.CLIENT) : Optional.empty();
  }

  private static String longLived(CodeExchange exchange, String token)
      throws PlatformException, SignInRefused {
    JsonAnswer answer =
        exchange.ask(
            Map.of(
                "grant_type",
                "fb_exchange_token",
                "client_id",
                exchange.client().id(),
                "client_secret",
                exchange.client().secret(),
                "fb_exchange_token",
                token));
    String found = answer.body().path("access_token").asText("");
    if (!answer.good() || found.isEmpty()) {
      throw new SignInRefused(Why.CODE);
    }
    return found;
  }

  private static List<String> granted(GraphApi person) throws PlatformException {
    List<String> granted = new ArrayList<>();
    for (JsonNode one : person.get("/me/permissions", Map.of()).body().path("data")) {
      if (one.path("status").asText().equals("granted")) {
        granted.add(one.path("permission").asText());
      }
    }
    return granted;
  }

  private List<OfferedAccount> accounts(GraphApi person, String appSecret)
      throws PlatformException {
    List<OfferedAccount> found = new ArrayList<>();
    String after = "";
    do {
      JsonAnswer answer =
          person.get(
              "/me/accounts",
              GraphPage.query(Map.of("fields", MetaOffer.FIELDS), MetaOffer.PAGES, after));
      for (JsonNode page : answer.body().path("data")) {
        String credential = page.path("access_token").asText() + ":" + appSecret;
        offer.account(page, credential).ifPresent(found::add);
      }
      after = GraphPage.next(answer);
    } while (!after.isEmpty());
    return found;
  }
}
