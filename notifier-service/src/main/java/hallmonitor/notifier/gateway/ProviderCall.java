package hallmonitor.notifier.gateway;

import hallmonitor.messaging.http.Exchange;
import hallmonitor.messaging.http.PublicAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Makes one HTTP call to an address that the district named. Redirects are not followed, since they
 * could lead anywhere. An address on this machine or in a private network is called only if the
 * district allows it.
 */
public final class ProviderCall {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Time limit for the whole call, no matter what the receiver sends. */
  public static final Duration WHOLE = Duration.ofSeconds(20);

  /** No answer came. The message says why, without the address, which may be a secret. */
  public static final class NoAnswer extends Exception {
    private final boolean mayHaveArrived;

    NoAnswer(String why, boolean mayHaveArrived) {
      super(why);
      this.mayHaveArrived = mayHaveArrived;
    }

    /** Returns whether the receiver may have acted on the call. */
    public boolean mayHaveArrived() {
      return mayHaveArrived;
    }

    /** Returns what is wrong, as the end of a sentence. */
    public String why() {
      return Objects.requireNonNull(getMessage(), "why");
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(LIMIT)
          .build();

  /**
   * Makes the call.
   *
   * @param privateNetwork whether the address may be on this machine or in the district's network
   * @throws NoAnswer if there is no complete answer
   */
  public <T> HttpResponse<T> make(
      HttpRequest.Builder request, boolean privateNetwork, BodyHandler<T> body) throws NoAnswer {
    HttpRequest whole = request.timeout(LIMIT).header("User-Agent", "HallMonitor").build();
    if (!privateNetwork && !isPublic(whole.uri())) {
      throw new NoAnswer(
          "the address lies in a private network; say private-network: true if that is meant",
          false);
    }
    try {
      return Exchange.within(WHOLE, client, whole, body);
    } catch (TimeoutException e) {
      throw new NoAnswer("it does not answer within " + WHOLE.toSeconds() + " s", true);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new NoAnswer(
          "it cannot be reached (" + cause.getClass().getSimpleName() + ")",
          !isBeforeTheRequest(cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("the service is stopping", true);
    }
  }

  /** These fail before a byte of the request is sent. */
  private static boolean isBeforeTheRequest(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof SSLHandshakeException
        || cause.getCause() instanceof SSLHandshakeException;
  }

  private static boolean isPublic(URI to) throws NoAnswer {
    try {
      for (InetAddress address : InetAddress.getAllByName(to.getHost())) {
        if (!PublicAddress.is(address)) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      throw new NoAnswer("its host is not known", false);
    }
  }
}
