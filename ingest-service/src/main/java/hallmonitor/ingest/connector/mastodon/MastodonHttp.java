package hallmonitor.ingest.connector.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;

/** Calls one server's Mastodon API as one account. Every failure becomes a fault. */
final class MastodonHttp {
  private static final Fault NO_DESCRIPTION =
      new Fault.Gone("The server does not describe itself.");

  private final PlatformHttp http;

  MastodonHttp(PlatformHttp http) {
    this.http = http;
  }

  /** Returns the account as its server describes it, or throws if the token is not accepted. */
  JsonNode verify() throws PlatformException {
    try {
      return get("/v1/accounts/verify_credentials", Map.of()).body();
    } catch (PlatformException e) {
      // snac answers a wrong token with 422.
      throw e.fault() instanceof Fault.Rejected ? new PlatformException(notSignedIn()) : e;
    }
  }

  /** Gets the JSON at a path such as {@code /v1/notifications}. */
  JsonAnswer get(String path, Map<String, String> query) throws PlatformException {
    return http.json(authorized(path, query).GET(), this::fault);
  }

  /**
   * Returns the address of the server's streams; empty if it names none.
   *
   * @throws PlatformException if it names a host to which the token must not go
   */
  Optional<URI> streaming() throws PlatformException {
    String told = describes().at("/configuration/urls/streaming").asText("");
    if (told.isEmpty()) {
      return Optional.empty();
    }
    Optional<URI> address = StreamHost.of(told, http.site());
    if (address.isEmpty()) {
      throw new PlatformException(
          new Fault.Rejected(
              "%s says that its streams are on another host, where its token is not sent. The account is polled."
                  .formatted(http.site())));
    }
    return address;
  }

  /** Returns how the server describes itself; nothing of a server that does not, such as snac. */
  private JsonNode describes() throws PlatformException {
    try {
      return http.json(
              authorized("/v2/instance", Map.of()).GET(),
              answer -> answer.status() == 404 ? NO_DESCRIPTION : fault(answer))
          .body();
    } catch (PlatformException e) {
      if (e.fault() == NO_DESCRIPTION) {
        return MissingNode.getInstance();
      }
      throw e;
    }
  }

  /** Registers a program, for which no token is needed. */
  JsonAnswer register(Map<String, String> form) throws PlatformException {
    return http.json(
        http.request("/api/v1/apps", Map.of())
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(PlatformHttp.form(form))),
        this::fault);
  }

  String credential() throws PlatformException {
    return http.credential();
  }

  /**
   * Posts a form.
   *
   * @param onceKey a repeated post with the same key has no further effect for an hour on Mastodon
   */
  JsonAnswer post(String path, Map<String, String> form, Optional<String> onceKey)
      throws PlatformException {
    HttpRequest.Builder request =
        authorized(path, Map.of())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(PlatformHttp.form(form)));
    onceKey.ifPresent(key -> request.header("Idempotency-Key", key));
    return http.json(request, this::fault);
  }

  private HttpRequest.Builder authorized(String path, Map<String, String> query)
      throws PlatformException {
    return http.request("/api" + path, query)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + http.credential());
  }

  private Fault fault(JsonAnswer answer) {
    int status = answer.status();
    var headers = answer.response().headers();
    Optional<Fault> usual = HttpFaults.of(status, http.retryAfter(headers), http.site());
    if (usual.isPresent()) {
      return usual.get();
    }
    String said = answer.body().path("error").asText("");
    if (status == 401) {
      return notSignedIn();
    }
    if (status == 403) {
      return new Fault.AuthLost(
          http.site()
              + " refuses this account (403); give its token the scopes read and write, and look whether the account is suspended.");
    }
    boolean thing = answer.response().uri().getPath().matches(".*/v1/(statuses|accounts)/.+");
    if (status == 410 || status == 404 && thing) {
      return new Fault.Gone("The comment no longer exists on " + http.site() + ".");
    }
    if (status == 404) {
      return new Fault.Transient(
          "There is no Mastodon API at %s; check base-url, which is the server's address without a path. It is tried again."
              .formatted(http.site()));
    }
    return new Fault.Rejected(
        "%s refused (status %d)%s"
            .formatted(http.site(), status, said.isEmpty() ? "." : ": " + said));
  }

  private Fault notSignedIn() {
    return new Fault.AuthLost(
        http.site()
            + " does not accept the access token; make a new one in the account's settings there, under Development, with the scopes read and write, and store it.");
  }
}
