package hallmonitor.ingest.connector.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account's session. An account may sign in 300 times a day, so a session is kept and
 * refreshed, and a refused password is not tried again at once.
 */
final class BlueskySession {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** At this pace, a wrong password just stays below the day's limit of sign-ins. */
  private static final Duration REMEMBER_REFUSAL = Duration.ofMinutes(5);

  /**
   * An open session.
   *
   * @param credential the secret that it was opened with
   */
  record Tokens(String credential, String did, String access, String refresh) {}

  private record Refusal(String credential, Fault fault, Instant until) {}

  private final XrpcHttp http;
  private final InstantSource clock;
  private @Nullable Tokens tokens;
  private @Nullable Refusal refusal;

  BlueskySession(XrpcHttp http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
  }

  /** Returns the open session, or signs in. */
  synchronized Tokens open() throws PlatformException {
    String credential = http.credential();
    Tokens open = tokens;
    if (open != null && open.credential().equals(credential)) {
      return open;
    }
    return signIn(credential);
  }

  /**
   * Returns a session to replace one with an expired access token. Refreshing it is cheap; if the
   * server no longer takes the refresh token, it signs in.
   */
  synchronized Tokens renew(Tokens expired) throws PlatformException {
    Tokens open = open();
    if (!open.access().equals(expired.access())) {
      return open; // another thread renewed it
    }
    JsonAnswer answer =
        http.sendSignIn(
            http.call(BlueskyLexicon.REFRESH_SESSION, List.of(), Optional.of(open.refresh()))
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
    if (answer.good()) {
      return keep(open.credential(), answer);
    }
    Fault fault = http.fault(answer);
    if (fault instanceof Fault.Throttled || fault instanceof Fault.Transient) {
      throw new PlatformException(fault);
    }
    return signIn(open.credential());
  }

  private Tokens signIn(String credential) throws PlatformException {
    tokens = null;
    Refusal last = refusal;
    if (last != null
        && last.credential().equals(credential)
        && clock.instant().isBefore(last.until())) {
      throw new PlatformException(last.fault());
    }
    int colon = credential.lastIndexOf(':');
    if (colon < 1) {
      throw new PlatformException(
          new Fault.AuthLost(
              "The credential must be the account's handle and an app password, as"
                  + " handle:password."));
    }
    JsonNode input =
        JSON.createObjectNode()
            .put("identifier", credential.substring(0, colon))
            .put("password", credential.substring(colon + 1));
    JsonAnswer answer =
        http.sendSignIn(
            XrpcHttp.with(
                http.call(BlueskyLexicon.CREATE_SESSION, List.of(), Optional.empty()), input));
    if (!answer.good()) {
      Fault fault = http.fault(answer);
      if (fault instanceof Fault.AuthLost) {
        refuse(credential, fault);
      }
      throw new PlatformException(fault);
    }
    if (isWholeAccount(answer.body().path("accessJwt").asText())) {
      Fault fault =
          new Fault.AuthLost(
              "This is the account's own password, which could do everything with it; make an app"
                  + " password there under Settings, Privacy and security, App passwords, and store"
                  + " that one.");
      refuse(credential, fault);
      throw new PlatformException(fault);
    }
    return keep(credential, answer);
  }

  private void refuse(String credential, Fault fault) {
    refusal = new Refusal(credential, fault, clock.instant().plus(REMEMBER_REFUSAL));
  }

  private Tokens keep(String credential, JsonAnswer answer) throws PlatformException {
    JsonNode body = answer.body();
    Tokens opened =
        new Tokens(
            credential,
            body.path("did").asText(),
            body.path("accessJwt").asText(),
            body.path("refreshJwt").asText());
    if (opened.did().isEmpty() || opened.access().isEmpty()) {
      throw new PlatformException(
          hallmonitor.ingest.connector.http.HttpFaults.unreadable(answer.site(), "a session"));
    }
    tokens = opened;
    refusal = null;
    return opened;
  }

  /** A token that cannot be read says nothing against it. */
  private static boolean isWholeAccount(String jwt) {
    String[] parts = jwt.split("\\.");
    if (parts.length != 3) {
      return false;
    }
    try {
      JsonNode claims = JSON.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
      return claims.path("scope").asText().equals(BlueskyLexicon.WHOLE_ACCOUNT);
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
