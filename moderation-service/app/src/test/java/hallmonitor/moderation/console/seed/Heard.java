package hallmonitor.moderation.console.seed;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/** What an open page receives about cases. */
public final class Heard {
  private Heard() {}

  /** Waits for and returns the first case event on this stream; claims are sent beside it. */
  public static String first(ConsoleBrowser browser, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(ConsoleBrowser.address(path))
            .header("Cookie", "hallmonitor-session=" + browser.session())
            .header("Accept", "text/event-stream")
            .build();
    try {
      HttpResponse<Stream<String>> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
      try (Stream<String> lines = answer.body()) {
        return lines
            .dropWhile(line -> !line.equals("event:cases"))
            .filter(line -> line.startsWith("data:["))
            .findFirst()
            .orElse("");
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
