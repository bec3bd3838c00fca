package hallmonitor.moderation.console.access.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.messaging.http.CappedBody;
import hallmonitor.messaging.http.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Asks the provider: bounded in time and size, and following no redirects. */
final class Web {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 256 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  JsonNode json(HttpRequest request) throws IOException {
    return JSON.readTree(text(request));
  }

  /**
   * @throws IOException for any answer but 200
   */
  String text(HttpRequest request) throws IOException {
    try {
      HttpResponse<byte[]> answer =
          Exchange.within(LIMIT, client, request, CappedBody.upTo(MOST_BYTES));
      if (answer.statusCode() != 200) {
        throw new IOException(request.uri() + " answered " + answer.statusCode());
      }
      return new String(answer.body(), UTF_8);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  static HttpRequest get(URI address) {
    return HttpRequest.newBuilder(address).header("Accept", "application/json").build();
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
