package hallmonitor.ingest.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Meta as it delivers webhooks
 * (https://developers.facebook.com/docs/graph-api/webhooks/getting-started).
 */
public final class MetaWebhook {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI callback;
  private final String appSecret;

  public MetaWebhook(URI callback, String appSecret) {
    this.callback = callback;
    this.appSecret = appSecret;
  }

  /** Asks whether the callback belongs to the app, and returns the answer. */
  public HttpResponse<String> ask(String verifyToken, String challenge)
      throws IOException, InterruptedException {
    String query =
        "?hub.mode=subscribe&hub.challenge=%s&hub.verify_token=%s"
            .formatted(challenge, URLEncoder.encode(verifyToken, UTF_8));
    return http.send(
        HttpRequest.newBuilder(URI.create(callback + query)).build(), BodyHandlers.ofString());
  }

  /** Delivers that a comment was written, and returns the status. */
  public int deliver(String page, String comment, String text)
      throws IOException, InterruptedException {
    Map<String, Object> value =
        Map.of("item", "comment", "verb", "add", "comment_id", comment, "message", text);
    Map<String, Object> entry =
        Map.of("id", page, "changes", List.of(Map.of("field", "feed", "value", value)));
    JsonNode body =
        new ObjectMapper().valueToTree(Map.of("object", "page", "entry", List.of(entry)));
    return http.send(
            HttpRequest.newBuilder(callback)
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", "sha256=" + signature(body.toString()))
                .POST(BodyPublishers.ofString(body.toString()))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(appSecret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
