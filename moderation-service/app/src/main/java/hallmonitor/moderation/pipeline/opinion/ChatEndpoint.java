package hallmonitor.moderation.pipeline.opinion;

import hallmonitor.moderation.pipeline.opinion.NoOpinion.Blame;
import hallmonitor.moderation.pipeline.opinion.NoOpinion.Why;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends requests only to the configured address: no redirects, no proxy, no retries, and limits on
 * the size and time of an answer.
 */
final class ChatEndpoint implements AutoCloseable {
  /** Most bytes of an answer; the largest correct one has a few thousand. */
  static final int MOST_BYTES = 256 * 1024;

  /** A name is resolved and checked again at least this often. */
  private static final Timeout LONGEST_CONNECTION = Timeout.ofMinutes(1);

  private final ReaderSettings settings;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "policy reader time limit");
            thread.setDaemon(true);
            return thread;
          });

  ChatEndpoint(ReaderSettings settings, ReaderNames names) {
    this.settings = settings;
    Timeout limit = Timeout.of(settings.limit());
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(names)
                    .setMaxConnTotal(settings.atOnce())
                    .setMaxConnPerRoute(settings.atOnce())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(limit)
                            .setSocketTimeout(limit)
                            .setTimeToLive(LONGEST_CONNECTION)
                            .setValidateAfterInactivity(Timeout.ofMilliseconds(100))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(limit)
                    .setResponseTimeout(limit)
                    .setRedirectsEnabled(false)
                    .build())
            .setUserAgent("HallMonitor")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /**
   * Sends a request and reads the whole answer.
   *
   * @param left for everything, from the connection to the last byte
   * @throws NoOpinion for anything but a complete answer with status 200
   */
  byte[] post(byte[] json, Duration left) throws NoOpinion {
    HttpPost request = new HttpPost(settings.endpoint());
    AtomicBoolean sent = new AtomicBoolean();
    AtomicBoolean answers = new AtomicBoolean();
    request.setEntity(
        new HttpEntityWrapper(new ByteArrayEntity(json, ContentType.APPLICATION_JSON)) {
          @Override
          public void writeTo(OutputStream to) throws IOException {
            sent.set(true);
            super.writeTo(to);
          }
        });
    settings.key().ifPresent(key -> request.setHeader("Authorization", "Bearer " + key));
    long end = System.nanoTime() + left.toNanos();
    ScheduledFuture<?> cut = timer.schedule(request::cancel, left.toNanos(), TimeUnit.NANOSECONDS);
    try {
      return client.execute(
          request,
          answer -> {
            answers.set(true);
            return body(answer, request);
          });
    } catch (NoOpinion e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw System.nanoTime() - end >= 0
          ? new NoOpinion(
              Why.TIMEOUT,
              blame(sent.get(), answers.get()),
              "it took longer than " + settings.limit().toMillis() + " ms")
          : new NoOpinion(Why.UNREACHABLE, "no connection: " + e.getClass().getSimpleName());
    } finally {
      cut.cancel(false);
    }
  }

  private static Blame blame(boolean sent, boolean answers) {
    if (answers) {
      return Blame.NONE;
    }
    return sent ? Blame.SILENT : Blame.SERVER;
  }

  /** An unwanted answer is aborted; otherwise its rest would be read first. */
  private static byte[] body(ClassicHttpResponse answer, HttpPost request) throws IOException {
    HttpEntity entity = answer.getEntity();
    if (answer.getCode() != 200 || entity == null) {
      request.cancel();
      throw new NoOpinion(Why.STATUS, "it answered " + answer.getCode());
    }
    byte[] read = entity.getContent().readNBytes(MOST_BYTES + 1);
    if (read.length > MOST_BYTES) {
      request.cancel();
      throw new NoOpinion(Why.TOO_LONG, "its answer is longer than " + MOST_BYTES + " bytes");
    }
    return read;
  }

  /** Aborts the current exchange. */
  @Override
  public void close() {
    timer.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
