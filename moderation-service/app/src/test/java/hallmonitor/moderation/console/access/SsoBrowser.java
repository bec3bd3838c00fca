package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Takes a browser to the provider and back, step by step. */
final class SsoBrowser {
  private SsoBrowser() {}

  /** Takes all steps and returns the console's final answer. */
  static ConsoleResponse signIn(ConsoleBrowser browser) {
    return browser.get(wayBack(browser));
  }

  /** Goes to the provider and returns the path and query that lead back to the console. */
  static String wayBack(ConsoleBrowser browser) {
    ConsoleResponse start = browser.get("/sign-in/sso");
    assertThat(start.statusCode()).isEqualTo(303);
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(start.header("Location"))).build();
      URI back =
          URI.create(
              HttpClient.newHttpClient()
                  .send(request, BodyHandlers.discarding())
                  .headers()
                  .firstValue("Location")
                  .orElseThrow());
      assertThat(back.getPath()).isEqualTo("/sign-in/sso/return");
      return back.getPath() + "?" + back.getRawQuery();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
