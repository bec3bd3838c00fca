package hallmonitor.ingest.connector.signin;

import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PlatformSignIn.Arrival;
import hallmonitor.ingest.connector.PlatformSignIn.Ask;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.ingest.connector.SignInRefused.Why;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The authorization code of OAuth 2 (RFC 6749, section 4.1) with its proof of possession (PKCE, RFC
 * 7636), as one client of one platform uses it.
 *
 * @param authorize where the person's browser goes
 * @param token where a code becomes a token
 */
public record CodeExchange(
    PlatformHttp http, RegisteredClient client, URI authorize, URI token, List<String> scopes) {
  public CodeExchange {
    scopes = List.copyOf(scopes);
  }

  /**
   * Returns the address to send the browser to.
   *
   * @param scope the scopes as the platform separates them
   * @param more parameters of the platform's own
   */
  public URI address(Ask ask, String scope, Map<String, String> more) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", client.id());
    query.put("redirect_uri", ask.redirect().toString());
    query.put("scope", scope);
    query.put("state", ask.state());
    query.put("code_challenge", ask.challenge());
    query.put("code_challenge_method", "S256");
    query.putAll(more);
    return URI.create(authorize + "?" + PlatformHttp.form(query));
  }

  /** Exchanges a code for a token on a platform that refuses as the standard says. */
  public JsonAnswer redeem(Arrival arrival) throws PlatformException, SignInRefused {
    return redeem(arrival, answer -> Optional.empty());
  }

  /**
   * Exchanges a code for a token.
   *
   * @param own what a refusal means in the platform's own words; empty if it has none for it
   */
  public JsonAnswer redeem(Arrival arrival, Function<JsonAnswer, Optional<Why>> own)
      throws PlatformException, SignInRefused {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", arrival.code());
    form.put("redirect_uri", arrival.redirect().toString());
    form.put("code_verifier", arrival.verifier());
    form.put("client_id", client.id());
    form.put("client_secret", client.secret());
    JsonAnswer answer = ask(form);
    if (!answer.good()) {
      Optional<Why> why = own.apply(answer);
      throw why.isPresent() ? new SignInRefused(why.get()) : refusal(answer);
    }
    if (answer.body().path("access_token").asText("").isEmpty()) {
      throw new PlatformException(HttpFaults.unreadable(token, "an access token"));
    }
    return answer;
  }

  /** Posts a form to where tokens are given. */
  public JsonAnswer ask(Map<String, String> form) throws PlatformException {
    return JsonAnswer.of(
        token,
        http.sendAside(
            http.requestTo(token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(PlatformHttp.form(form)))
                .build()));
  }

  /**
   * Returns what a refusal means by RFC 6749, section 5.2, and by Google's own words. A refusal
   * that says nothing more is one of the code: starting again is what helps.
   */
  private SignInRefused refusal(JsonAnswer answer) throws PlatformException {
    var fault = HttpFaults.of(answer.status(), http.retryAfter(answer.response().headers()), token);
    if (fault.isPresent()) {
      throw new PlatformException(fault.get());
    }
    return new SignInRefused(
        switch (answer.body().path("error").asText("")) {
          case "redirect_uri_mismatch" -> Why.REDIRECT;
          case "invalid_client", "unauthorized_client", "deleted_client" -> Why.CLIENT;
          default -> Why.CODE;
        });
  }

  /**
   * Checks what the person allowed.
   *
   * @param granted the scopes in the answer; if it names none, all that were asked for are granted
   *     (RFC 6749, section 5.1)
   */
  public void requireAll(Optional<String> granted) throws SignInRefused {
    if (granted.isPresent()) {
      requireAll(Arrays.asList(granted.get().split("[ ,]+")));
    }
  }

  /** Checks what the person allowed. */
  public void requireAll(Collection<String> granted) throws SignInRefused {
    List<String> missing = scopes.stream().filter(one -> !granted.contains(one)).toList();
    if (!missing.isEmpty()) {
      throw new SignInRefused(Why.SCOPES, missing);
    }
  }
}
