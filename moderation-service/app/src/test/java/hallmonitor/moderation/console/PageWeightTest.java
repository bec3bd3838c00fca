package hallmonitor.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.QueueSeed;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Tests what a browser loads for a full page of the queue, with all its resources. */
@ConsoleTest
public class PageWeightTest {
  private static final int MOST = 150 * 1024;
  private final HttpClient client = HttpClient.newHttpClient();

  @Inject ConsoleDatabase database;
  @Inject Jdbi jdbi;

  private String cookie;

  @Test
  void aFullPageOfLongCommentsIsLight() throws Exception {
    Seed seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(90, 0, 26 * 26 * 26)
          .forEach(
              n ->
                  text.append((char) ('a' + n % 26))
                      .append((char) ('a' + n / 26 % 26))
                      .append((char) ('a' + n / 676))
                      .append(' '));
      seed.aCase("c" + i)
          .saying(text + "damn")
          .found("PROFANITY", .9, "A swear word.", "damn")
          .aged(Duration.ofMinutes(i))
          .there();
    }
    new QueueSeed(database, jdbi).compared();
    cookie =
        new ConsoleBrowser().signIn("novak", Seed.PASSWORD).cookies().get("hallmonitor-session");

    HttpResponse<byte[]> page = get("/queue");
    String html =
        new String(new GZIPInputStream(new ByteArrayInputStream(page.body())).readAllBytes());
    assertThat(QueueSeed.rows(html)).hasSize(40);
    int weight = page.body().length;
    List<String> loaded = new ArrayList<>();
    for (String part : parts(html)) {
      HttpResponse<byte[]> answer = get(part);
      assertThat(answer.statusCode()).as(part).isEqualTo(200);
      weight += answer.body().length;
      loaded.add(part + " " + answer.body().length);
    }

    assertThat(loaded).as("styles, scripts and the icon").hasSize(43);
    assertThat(weight).as("the page %d, %s", page.body().length, loaded).isLessThan(MOST);
  }

  /** Returns the addresses of all resources of a page. */
  public static List<String> parts(String html) {
    return Pattern.compile("<(?:link|script|img)[^>]*(?:href|src)=\"(/[^\"]+)\"")
        .matcher(html)
        .results()
        .map(m -> m.group(1))
        .distinct()
        .toList();
  }

  /** Returns how many bytes of a body travel. The server compresses; rest-assured undoes it. */
  public static int compressed(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(ConsoleBrowser.address(path))
            .header("Cookie", "hallmonitor-session=" + cookie)
            .header("Accept", "text/html")
            .header("Accept-Encoding", "gzip")
            .build(),
        BodyHandlers.ofByteArray());
  }
}
