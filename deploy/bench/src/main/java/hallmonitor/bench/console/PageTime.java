package hallmonitor.bench.console;

import hallmonitor.bench.Quantiles;
import hallmonitor.system.ConsoleClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a page took to open.
 *
 * @param requests how many were measured
 * @param medianMillis from the request to the whole answer
 * @param kilobytes size of the last answer
 * @param status of the last answer
 */
record PageTime(
    String page, int requests, long medianMillis, long maxMillis, int kilobytes, int status) {
  /** A slow page is not asked again after this time, so that it does not delay all the others. */
  private static final long LONGEST_NANOS = 4_000_000_000L;

  static PageTime measured(ConsoleClient console, String page, int requests)
      throws IOException, InterruptedException {
    List<Long> millis = new ArrayList<>();
    long begin = System.nanoTime();
    HttpResponse<String> answer;
    do {
      long start = System.nanoTime();
      answer = console.get(page);
      millis.add((System.nanoTime() - start) / 1_000_000);
    } while (millis.size() < requests && System.nanoTime() - begin < LONGEST_NANOS);
    Quantiles times = Quantiles.of(millis);
    return new PageTime(
        page,
        millis.size(),
        times.at(0.5),
        times.at(1),
        answer.body().length() / 1024,
        answer.statusCode());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "  %3d %6d ms %6d ms %5d KB  %s%s",
        requests,
        medianMillis,
        maxMillis,
        kilobytes,
        page,
        status == 200 ? "" : " answers " + status);
  }
}
