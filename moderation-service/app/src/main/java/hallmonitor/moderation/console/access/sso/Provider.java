package hallmonitor.moderation.console.access.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** One OpenID Connect provider, as it described itself when it was last asked. */
final class Provider {
  /** A key that is not known yet has the list fetched anew, but not more often than this. */
  private static final long KEYS_EVERY_MILLIS = 10_000;

  private final Client client;
  private final Endpoints endpoints;
  private final Web web;
  private final IdTokens idTokens;

  /**
   * @param redirect where the browser comes back to
   */
  record Client(String issuer, String id, URI redirect) {}

  private Provider(Client client, Endpoints endpoints, Web web) throws IOException {
    this.client = client;
    this.endpoints = endpoints;
    this.web = web;
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.<SecurityContext>create(
                endpoints.keys().toURL(),
                address -> new Resource(web.text(Web.get(URI.create(address.toString()))), null))
            .refreshAheadCache(false)
            .rateLimited(KEYS_EVERY_MILLIS)
            .build();
    this.idTokens = new IdTokens(client.issuer(), client.id(), keys);
  }

  static Provider discover(Client client, Web web) throws IOException {
    String at = client.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration";
    JsonNode told = web.json(Web.get(URI.create(at)));
    return new Provider(client, Endpoints.of(told, client.issuer()), web);
  }

  /** Where the browser is sent to. */
  URI ask(Flow flow) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("response_type", "code");
    fields.put("client_id", client.id());
    fields.put("redirect_uri", client.redirect().toString());
    fields.put("scope", "openid email profile");
    fields.put("state", flow.state());
    fields.put("nonce", flow.nonce());
    fields.put("code_challenge", flow.challenge());
    fields.put("code_challenge_method", "S256");
    fields.put("prompt", "select_account");
    String address = endpoints.authorization().toString();
    return URI.create(address + (address.indexOf('?') < 0 ? "?" : "&") + Web.form(fields));
  }

  /**
   * @return the claims of the ID token for which the code stands
   */
  Map<String, Object> redeem(String code, Flow flow, String secret) throws SsoRefused {
    return idTokens.check(idToken(code, flow, secret), flow.nonce());
  }

  private String idToken(String code, Flow flow, String secret) throws SsoRefused {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("code", code);
    fields.put("redirect_uri", client.redirect().toString());
    fields.put("code_verifier", flow.verifier());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoints.token())
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (endpoints.basic()) {
      request.header("Authorization", "Basic " + credentials(secret));
    } else {
      fields.put("client_id", client.id());
      fields.put("client_secret", secret);
    }
    try {
      JsonNode answer = web.json(request.POST(BodyPublishers.ofString(Web.form(fields))).build());
      return answer.path("id_token").asText();
    } catch (IOException e) {
      throw SsoRefused.unreachable("the code could not be redeemed: " + e.getMessage(), e);
    }
  }

  /** RFC 6749, section 2.3.1. */
  private String credentials(String secret) {
    String both = Web.encoded(client.id()) + ":" + Web.encoded(secret);
    return Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }
}
