package hallmonitor.moderation.console.access.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import hallmonitor.messaging.http.CappedBody;
import hallmonitor.messaging.http.Exchange;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import net.minidev.json.JSONObject;

/** Asks the provider: with limits on time and size, and without following redirects. */
final class Web {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 256 * 1024;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  JSONObject json(HTTPRequest request) throws IOException {
    try {
      return JSONObjectUtils.parse(text(request));
    } catch (ParseException e) {
      throw new IOException(request.getURI() + " answers with something else than JSON", e);
    }
  }

  /**
   * @throws IOException for any answer but 200
   */
  String text(HTTPRequest request) throws IOException {
    try {
      HttpResponse<byte[]> answer =
          Exchange.within(LIMIT, client, plain(request), CappedBody.upTo(MOST_BYTES));
      if (answer.statusCode() != 200) {
        throw new IOException(request.getURI() + " answered " + answer.statusCode());
      }
      return new String(answer.body(), UTF_8);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(request.getURI() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static HttpRequest plain(HTTPRequest request) {
    HttpRequest.Builder plain =
        HttpRequest.newBuilder(request.getURI()).setHeader("Accept", "application/json");
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> plain.setHeader(name, value)));
    return request.getMethod() == HTTPRequest.Method.POST
        ? plain.POST(BodyPublishers.ofString(request.getBody())).build()
        : plain.build();
  }
}
