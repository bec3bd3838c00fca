package hallmonitor.ingest.connector.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Sends one account's acts to its system, signed. A message keeps its id when it is sent again, so
 * that the system acts only once. It also carries the time of the attempt, so that the system can
 * refuse a message that someone recorded and replays later.
 */
final class ActWebhooks {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PlatformHttp http;
  private final String credential;
  private final InstantSource clock;

  /**
   * Creates a sender.
   *
   * @param credential the name of the secret, for people
   */
  ActWebhooks(PlatformHttp http, String credential, InstantSource clock) {
    this.http = http;
    this.credential = credential;
    this.clock = clock;
  }

  private WebhookSecret secret() throws PlatformException {
    return WebhookSecret.read(http.credential())
        .orElseThrow(
            () ->
                new PlatformException(
                    new Fault.AuthLost(
                        "The credential '%s' is no webhook secret; it is whsec_ and the Base64 of 24 to 64 random bytes, one a line, and two while you change it."
                            .formatted(credential))));
  }

  /**
   * Sends a message.
   *
   * @param id the same for each attempt
   * @param type such as {@code comment.hide}
   * @return whether the system did anything; false if the state was already right
   */
  boolean send(String id, String type, Map<String, String> data) throws PlatformException {
    WebhookSecret secret = secret();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    byte[] body = body(type, now, data);
    HttpResponse<byte[]> answer =
        http.sendAside(
            http.request("", Map.of())
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .header("webhook-signature", secret.sign(id, now.getEpochSecond(), body))
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    return isApplied(answer, type);
  }

  private static byte[] body(String type, Instant at, Map<String, String> data) {
    ObjectNode message = JSON.createObjectNode().put("type", type).put("timestamp", at.toString());
    ObjectNode about = message.putObject("data");
    data.forEach(about::put);
    try {
      return JSON.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written", e);
    }
  }

  /** A server's catch-all page must not count as a hide. */
  private boolean isApplied(HttpResponse<byte[]> answer, String type) throws PlatformException {
    URI site = http.site();
    int status = answer.statusCode();
    if (status == 204) {
      return true;
    }
    if (status / 100 != 2) {
      throw new PlatformException(fault(answer, type));
    }
    JsonNode applied = JsonAnswer.of(site, answer).body().path("applied");
    if (!applied.isBoolean()) {
      throw new PlatformException(HttpFaults.unreadable(site, "JSON with 'applied'"));
    }
    return applied.booleanValue();
  }

  /** Deliveries are read here, no matter what their system asks for. */
  private static Fault forActsAlone(Fault fault) {
    return fault instanceof Fault.Throttled throttled
        ? new Fault.Throttled(throttled.sentence(), throttled.retryAfter(), true)
        : fault;
  }

  private Fault fault(HttpResponse<byte[]> answer, String type) {
    URI site = http.site();
    int status = answer.statusCode();
    return HttpFaults.of(status, http.retryAfter(answer.headers()), site)
        .map(ActWebhooks::forActsAlone)
        .orElseGet(
            () ->
                switch (status) {
                  case 401, 403 ->
                      new Fault.AuthLost(
                          "%s does not accept the signature (status %d); store the same secret here as '%s' and there, and compare both clocks."
                              .formatted(site, status, credential));
                  case 404 ->
                      new Fault.Transient(
                          "%s takes no acts there (status 404); check base-url. It is tried again."
                              .formatted(site));
                  case 410 -> new Fault.Gone("The comment no longer exists at " + site + ".");
                  default ->
                      new Fault.Rejected(
                          "%s refuses '%s' (status %d); its log says why. Act there by hand."
                              .formatted(site, type, status));
                });
  }
}
