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

/** A request and the whole of its answer. */
public final class Exchange {
  private Exchange() {}

  /**
   * Sends the request and waits for the answer to its end; the JDK's own timeout of a request ends
   * with the headers, and an answer's body could come for ever.
   *
   * @param limit for everything, from the connection to the last byte
   * @throws TimeoutException when it was not over by then; it is given up
   * @throws ExecutionException when it failed; the cause says how
   * @throws InterruptedException when the thread was interrupted; it is given up
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
