package hallmonitor.messaging.http;

import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Fetches an address written by a stranger. Checks every hop, including redirects: only http or
 * https, no user name, and a host with only public addresses. It connects to the checked address
 * itself, so that a changing name (DNS rebinding) has no effect. The account's own site may be
 * private: its exact origin is allowed, and nothing else of its host.
 */
public final class SafeFetch implements AutoCloseable {
  private static final int MOST_REDIRECTS = 5;

  /** The head counts too: the client's own default lets a server send one without end. */
  private static final Http1Config MOST_OF_A_HEAD =
      Http1Config.custom().setMaxLineLength(8_192).setMaxHeaderCount(100).build();

  /** Resolves names; {@code InetAddress::getAllByName}, or a test's own. */
  public interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /**
   * Limits.
   *
   * @param bytes size limit of one answer
   * @param time time limit of one attempt, redirects included
   */
  public record Caps(long bytes, Duration time) {}

  private final Names names;
  private final Caps caps;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "fetch time cap");
            thread.setDaemon(true);
            return thread;
          });

  private final Set<HttpGet> inHand = ConcurrentHashMap.newKeySet();

  public SafeFetch(Names names, Caps caps) {
    this.names = names;
    this.caps = caps;
  }

  /**
   * Fetches an address. Several may be fetched at once.
   *
   * @param site address of the account according to district.yaml
   */
  public FetchOutcome fetch(String url, Optional<URI> site) {
    return fetch(url, site, new AnswerReader(caps.bytes()));
  }

  /**
   * Fetches an address that may lead to a video.
   *
   * @param site address of the account according to district.yaml
   * @param videoBytes size limit of a video, or 0 if a video is nothing special; the time limit is
   *     that of everything
   */
  public FetchOutcome fetchOrVideo(String url, Optional<URI> site, long videoBytes) {
    return fetch(url, site, new AnswerReader(caps.bytes(), videoBytes));
  }

  /**
   * Fetches an address that may lead to a video. Of one, only the first bytes are read, and the
   * cause is {@link Cause#VIDEO}.
   *
   * @param site address of the account according to district.yaml
   */
  public FetchOutcome fetchUnlessVideo(String url, Optional<URI> site) {
    return fetch(url, site, AnswerReader.unlessVideo(caps.bytes()));
  }

  private FetchOutcome fetch(String url, Optional<URI> site, AnswerReader reader) {
    Optional<Origin> own = site.map(Origin::of);
    long end = System.nanoTime() + caps.time().toNanos();
    List<String> way = new ArrayList<>();
    String next = url;
    try {
      while (way.size() <= MOST_REDIRECTS) {
        way.add(next);
        Step step = step(new URI(next), own, way, end, reader);
        if (step.fetched().isPresent()) {
          return step.fetched().get();
        }
        next = step.redirect();
      }
      return new Nothing(
          Cause.ADDRESS, "It leads from address to address more than 5 times.", false);
    } catch (URISyntaxException e) {
      return refused(Cause.ADDRESS, "It is no web address.", false, way);
    }
  }

  /** Either a result or the next address. */
  private record Step(Optional<FetchOutcome> fetched, String redirect) {
    static Step end(FetchOutcome fetched) {
      return new Step(Optional.of(fetched), "");
    }
  }

  private Step step(
      URI uri, Optional<Origin> own, List<String> way, long end, AnswerReader reader) {
    Origin origin = Origin.of(uri);
    if (!origin.scheme().equals("http") && !origin.scheme().equals("https")) {
      return Step.end(refused(Cause.ADDRESS, "Only http and https are fetched.", false, way));
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      return Step.end(refused(Cause.ADDRESS, "It names no host, or a user name.", false, way));
    }
    InetAddress address;
    try {
      InetAddress[] all = names.of(bare(uri.getHost()));
      boolean allowed = own.filter(origin::equals).isPresent();
      for (InetAddress one : all) {
        if (!allowed && !PublicAddress.is(one)) {
          return Step.end(
              refused(
                  Cause.HOST,
                  "Its host is not on the public internet, so it is not fetched from here.",
                  false,
                  way));
        }
      }
      address = all[0];
    } catch (UnknownHostException e) {
      return Step.end(refused(Cause.HOST, "Its host is not known.", true, way));
    }
    return get(uri, address, way, end, reader);
  }

  /** The first address asks nobody; one that a server leads to comes after a question to it. */
  private static Nothing refused(Cause cause, String why, boolean again, List<String> way) {
    return new Nothing(cause, why, again, 0, way.size() > 1);
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private Step get(URI uri, InetAddress address, List<String> way, long end, AnswerReader reader) {
    long left = end - System.nanoTime();
    if (left <= 0) {
      return Step.end(tooSlow(reader));
    }
    HttpGet request = new HttpGet(uri);
    request.setHeader("Accept-Encoding", "identity");
    inHand.add(request);
    ScheduledFuture<?> cap = timer.schedule(request::cancel, left, TimeUnit.NANOSECONDS);
    AtomicReference<@Nullable Step> said = new AtomicReference<>();
    try (CloseableHttpClient client = client(address, Duration.ofNanos(left))) {
      return client.execute(
          request,
          answer -> {
            Step step = read(uri, answer, address, way, reader);
            said.set(step);
            // The client would read the rest of the answer, which may have no end.
            request.cancel();
            return step;
          });
    } catch (IOException | RuntimeException e) {
      Step step = said.get();
      if (step != null) {
        return step; // what failed was only the end of the connection
      }
      return Step.end(
          System.nanoTime() >= end
              ? tooSlow(reader)
              : new Nothing(
                  Cause.SERVER,
                  "It could not be fetched (" + e.getClass().getSimpleName() + ").",
                  true,
                  reader.came().get()));
    } finally {
      cap.cancel(false);
      inHand.remove(request);
    }
  }

  private Nothing tooSlow(AnswerReader reader) {
    return new Nothing(
        Cause.TOO_SLOW,
        "It took longer than " + caps.time().toMillis() / 1000.0 + " seconds.",
        true,
        reader.came().get());
  }

  private static Step read(
      URI uri,
      ClassicHttpResponse answer,
      InetAddress address,
      List<String> way,
      AnswerReader reader)
      throws IOException {
    int status = answer.getCode();
    if (status >= 300 && status < 400 && answer.getFirstHeader("Location") != null) {
      try {
        return new Step(
            Optional.empty(),
            uri.resolve(new URI(answer.getFirstHeader("Location").getValue())).toString());
      } catch (URISyntaxException e) {
        return Step.end(
            new Nothing(Cause.ADDRESS, "It leads to something that is no web address.", false));
      }
    }
    if (status < 200 || status >= 300) {
      boolean again = status >= 500 || status == 429 || status == 408;
      return Step.end(
          new Nothing(
              again ? Cause.SERVER : Cause.GONE, "Its server answered " + status + ".", again));
    }
    return Step.end(reader.read(answer.getEntity(), way, address));
  }

  /** Returns a client that can only connect to one address. */
  private static CloseableHttpClient client(InetAddress address, Duration patience) {
    DnsResolver pinned =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) {
            return new InetAddress[] {address};
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    Timeout timeout = Timeout.ofMilliseconds(Math.max(1, patience.toMillis()));
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(pinned)
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder()
                        .http1Config(MOST_OF_A_HEAD)
                        .build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom().setResponseTimeout(timeout).setRedirectsEnabled(false).build())
        .setUserAgent("HallMonitor")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  /** Cancels the current fetches. */
  @Override
  public void close() {
    timer.shutdownNow();
    inHand.forEach(HttpGet::cancel);
  }
}
