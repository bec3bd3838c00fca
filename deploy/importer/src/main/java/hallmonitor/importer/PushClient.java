package hallmonitor.importer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Delivers to the public endpoint, as any system without a connector does. What was not stored is
 * sent again when the endpoint says, or after longer and longer pauses.
 */
final class PushClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Who waits longer than this had better come back: a day's limit is reached. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  /** A shorter wait is nothing that a person has to know of. */
  private static final Duration WORTH_SAYING = Duration.ofSeconds(10);

  /** Where nobody ever answered, the address is wrong or the service is stopped. */
  private static final Duration FIRST_ANSWER = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();
  private final URI address;
  private final String key;
  private final Duration patience;
  private final Consumer<String> news;
  private boolean answered;

  /**
   * Creates a client.
   *
   * @param address of the account's deliveries
   * @param patience how long the endpoint may be away before this gives up
   * @param news receives a sentence about what is waited for, if it takes long
   */
  PushClient(URI address, String key, Duration patience, Consumer<String> news) {
    this.address = address;
    this.key = key;
    this.patience = patience;
    this.news = news;
  }

  /**
   * Delivers rows, and returns what the endpoint says of them once it has stored what is good.
   *
   * @throws ToolFailure if it will not, or not now
   */
  JsonNode deliver(byte[] body) {
    Duration waited = Duration.ZERO;
    Duration pause = FIRST_PAUSE;
    while (true) {
      Duration wait = pause;
      String trouble;
      try {
        HttpResponse<String> answer = send(body);
        answered = true;
        int status = answer.statusCode();
        JsonNode said = json(answer.body());
        if (status == 202 || status == 422 && said.has("errors")) {
          return said;
        }
        if (status != 429 && status < 500) {
          throw new ToolFailure(refusal(status, said));
        }
        wait = answer.headers().firstValue("Retry-After").map(PushClient::seconds).orElse(pause);
        trouble = said.path("error").asText("It answers with " + status + ".");
      } catch (IOException e) {
        trouble = "Nobody answers at " + address + ".";
      }
      waited = waited.plus(wait);
      if (wait.compareTo(LONGEST_WAIT) > 0
          || waited.compareTo(answered ? patience : FIRST_ANSWER) > 0) {
        throw new ToolFailure(trouble + " Run the same command later; it goes on from here.");
      }
      if (waited.compareTo(WORTH_SAYING) >= 0) {
        news.accept(trouble);
      }
      sleep(wait);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  private HttpResponse<String> send(byte[] body) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(address)
              .timeout(ANSWER)
              .header("Authorization", "Bearer " + key)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(body))
              .build(),
          BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static ToolFailure interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return ToolFailure.saying(e);
  }

  private static void sleep(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** A proxy's own page has no words for people in JSON. */
  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static Duration seconds(String header) {
    try {
      return Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip())));
    } catch (NumberFormatException e) {
      return LONGEST_PAUSE;
    }
  }

  private String refusal(int status, JsonNode said) {
    return switch (status) {
      case 401 ->
          "The key is none of this account's; give the folder with the file push-<account> as --secrets.";
      case 403 ->
          "This account is read by a connector of its own, and takes no files. Import into an account with 'platform: api'; deploy/docs/operate/import.md says why.";
      case 404 ->
          "No account of this name takes deliveries at %s. It must be in district.yaml with 'platform: api', have a key, and the endpoint must be open: deploy/docs/operate/import.md."
              .formatted(address);
      default ->
          "The endpoint refuses (status %d). %s".formatted(status, said.path("error").asText(""));
    };
  }
}
