package hallmonitor.ingest.connector.x;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PlatformSignIn;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.ingest.connector.SignInRefused.Why;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.ingest.connector.signin.RegisteredClient;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Signs in at X by the three steps of OAuth 1.0a
 * (https://docs.x.com/fundamentals/authentication/oauth-1-0a/obtaining-user-access-tokens). Its
 * tokens do not expire; those of OAuth 2 would be replaced at each use. The request token takes the
 * place of the state, and its secret that of the proof of possession.
 */
final class XSignIn implements PlatformSignIn {
  private static final Set<String> HOSTS = Set.of("api.x.com");

  private static final String CLIENT = "x";

  private final Function<Access, PlatformHttp> http;
  private final OAuthSigner signer;

  XSignIn(Function<Access, PlatformHttp> http, OAuthSigner signer) {
    this.http = http;
    this.signer = signer;
  }

  /** An app asks for what its settings on X say. */
  @Override
  public List<String> scopes() {
    return List.of();
  }

  @Override
  public boolean isReady(AccountSecrets secrets) {
    return RegisteredClient.find(secrets, CLIENT).isPresent();
  }

  @Override
  public Departure depart(Access access, Ask ask) throws PlatformException, SignInRefused {
    RegisteredClient client = RegisteredClient.find(access, CLIENT, HOSTS);
    Map<String, String> given =
        ask(
            access,
            "/oauth/request_token",
            new XSecret(client.id(), client.secret(), "", ""),
            Map.of("oauth_callback", ask.redirect().toString()),
            Why.CLIENT);
    String token = given.getOrDefault("oauth_token", "");
    URI address =
        URI.create(
            access.baseUrl()
                + "/oauth/authorize?"
                + PlatformHttp.form(Map.of("oauth_token", token)));
    return new Departure(
        address, token, token + ":" + given.getOrDefault("oauth_token_secret", ""));
  }

  @Override
  public List<OfferedAccount> arrive(Access access, Arrival arrival)
      throws PlatformException, SignInRefused {
    RegisteredClient client = RegisteredClient.find(access, CLIENT, HOSTS);
    String[] request = arrival.kept().split(":", -1);
    if (request.length != 2) {
      throw new SignInRefused(Why.CODE);
    }
    Map<String, String> given =
        ask(
            access,
            "/oauth/access_token",
            new XSecret(client.id(), client.secret(), request[0], request[1]),
            Map.of("oauth_verifier", arrival.code()),
            Why.CODE);
    String credential =
        String.join(
            ":",
            client.id(),
            client.secret(),
            given.getOrDefault("oauth_token", ""),
            given.getOrDefault("oauth_token_secret", ""));
    return List.of(
        new OfferedAccount(
            given.getOrDefault("user_id", ""),
            "@" + given.getOrDefault("screen_name", ""),
            credential));
  }

  /**
   * Posts a signed form, and reads the form that answers.
   *
   * @param refused what a refusal means at this step
   */
  private Map<String, String> ask(
      Access access, String path, XSecret secret, Map<String, String> form, Why refused)
      throws PlatformException, SignInRefused {
    String address = access.baseUrl() + path;
    PlatformHttp to = http.apply(access);
    HttpResponse<byte[]> answer =
        to.sendAside(
            to.requestTo(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", signer.header(secret, "POST", address, form))
                .POST(BodyPublishers.ofString(OAuthSigner.query(form)))
                .build());
    if (answer.statusCode() != 200) {
      var fault =
          HttpFaults.of(answer.statusCode(), to.retryAfter(answer.headers()), access.baseUrl());
      if (fault.isPresent()) {
        throw new PlatformException(fault.get());
      }
      throw new SignInRefused(
          answer.statusCode() == 403 && refused == Why.CLIENT ? Why.REDIRECT : refused);
    }
    return OAuthSigner.parse(new String(answer.body(), StandardCharsets.UTF_8));
  }
}
