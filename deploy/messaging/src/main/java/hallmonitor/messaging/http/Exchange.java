package hallmonitor.messaging.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request and its complete response. */
public final class Exchange {
  private Exchange() {}

  /**
   * Sends the request and waits for the end of the response. The JDK's own request timeout ends
   * with the headers, so a body could take forever.
   *
   * @param limit for everything, from the connection to the last byte
   * @throws TimeoutException if the limit was exceeded; the request is canceled
   * @throws ExecutionException if it failed; see its cause
   * @throws InterruptedException if the thread was interrupted; the request is canceled
   */
  public static <T> HttpResponse<T> within(
      Duration limit, HttpClient client, HttpRequest request, BodyHandler<T> body)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<HttpResponse<T>> pending = client.sendAsync(request, body);
    try {
      return pending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      pending.cancel(true);
    }
  }
}
