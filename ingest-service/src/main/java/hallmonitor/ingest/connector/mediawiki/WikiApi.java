package hallmonitor.ingest.connector.mediawiki;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls one wiki's action API in a session that is opened on demand. Every request asserts that a
 * user is signed in, because a wiki treats a lost session as anonymous.
 */
final class WikiApi {
  /**
   * An open session.
   *
   * @param credential what it was opened with
   * @param user the account's name, without the bot password's
   */
  private record Session(String credential, String cookies, String token, String user) {}

  private final PlatformHttp http;
  private volatile @Nullable Session session;

  WikiApi(PlatformHttp http) {
    this.http = http;
  }

  String site() {
    return http.site().toString();
  }

  /** Returns the name of the user that this service is signed in as. */
  String user() throws PlatformException {
    return session().user();
  }

  JsonAnswer get(Map<String, String> parameters) throws PlatformException {
    return call(parameters, false);
  }

  /** Posts with the session's token, which a wiki requires for every change. */
  JsonAnswer post(Map<String, String> parameters) throws PlatformException {
    return call(parameters, true);
  }

  /** Tries again with a new session if the wiki has forgotten the old one. */
  private JsonAnswer call(Map<String, String> parameters, boolean change) throws PlatformException {
    Session open = session();
    JsonAnswer answer = ask(parameters, open, change);
    if (WikiFaults.code(answer).matches("assert.*failed|badtoken|notloggedin")) {
      open = signIn(Optional.of(open));
      answer = ask(parameters, open, change);
    }
    String code = WikiFaults.code(answer);
    if (code.isEmpty()) {
      return answer;
    }
    throw new PlatformException(
        WikiFaults.of(
            code,
            answer.body().at("/error/info").asText(""),
            http.retryAfter(answer.response().headers()),
            http.site()));
  }

  private JsonAnswer ask(Map<String, String> parameters, Session open, boolean change)
      throws PlatformException {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("assert", "user");
    if (change) {
      all.put("token", open.token());
    }
    return send(all, open.cookies(), change);
  }

  private JsonAnswer send(Map<String, String> parameters, String cookies, boolean post)
      throws PlatformException {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("format", "json");
    all.put("formatversion", "2");
    HttpRequest.Builder request =
        post
            ? http.request("/api.php", Map.of())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(PlatformHttp.form(all)))
            : http.request("/api.php", all).GET();
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies);
    }
    JsonAnswer answer = JsonAnswer.of(http.site(), http.send(request.build()));
    if (answer.good()) {
      return answer;
    }
    throw new PlatformException(
        HttpFaults.of(answer.status(), http.retryAfter(answer.response().headers()), http.site())
            .orElseGet(() -> WikiFaults.noApi(answer.status(), http.site())));
  }

  private Session session() throws PlatformException {
    Session open = session;
    return open != null && open.credential().equals(http.credential())
        ? open
        : signIn(Optional.ofNullable(open));
  }

  /** Signs in unless another thread just did. */
  private synchronized Session signIn(Optional<Session> lost) throws PlatformException {
    Session open = session;
    String credential = http.credential();
    if (open != null && lost.filter(open::equals).isEmpty()) {
      return open;
    }
    session = null;
    int colon = credential.lastIndexOf(':');
    if (colon < 1) {
      throw new PlatformException(
          new Fault.AuthLost(
              "The secret is not a bot password; store it as 'User@name:password'."));
    }
    Map<String, String> cookies = new TreeMap<>();
    JsonAnswer first =
        taking(cookies, Map.of("action", "query", "meta", "tokens", "type", "login"), false);
    Map<String, String> login = new LinkedHashMap<>();
    login.put("action", "login");
    login.put("lgname", credential.substring(0, colon));
    login.put("lgpassword", credential.substring(colon + 1));
    login.put("lgtoken", first.body().at("/query/tokens/logintoken").asText());
    JsonAnswer signedIn = taking(cookies, login, true);
    if (!signedIn.body().at("/login/result").asText().equals("Success")) {
      throw new PlatformException(WikiFaults.notSignedIn(http.site()));
    }
    JsonAnswer tokens = taking(cookies, Map.of("action", "query", "meta", "tokens"), false);
    Session opened =
        new Session(
            credential,
            header(cookies),
            tokens.body().at("/query/tokens/csrftoken").asText(),
            signedIn.body().at("/login/lgusername").asText());
    session = opened;
    return opened;
  }

  private JsonAnswer taking(
      Map<String, String> cookies, Map<String, String> parameters, boolean post)
      throws PlatformException {
    JsonAnswer answer = send(parameters, header(cookies), post);
    for (String cookie : answer.response().headers().allValues("set-cookie")) {
      String pair = cookie.split(";", 2)[0];
      int equals = pair.indexOf('=');
      if (equals > 0) {
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return answer;
  }

  private static String header(Map<String, String> cookies) {
    return cookies.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining("; "));
  }
}
