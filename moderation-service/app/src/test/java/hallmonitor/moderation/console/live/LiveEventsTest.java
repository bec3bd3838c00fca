package hallmonitor.moderation.console.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the case events that a browser's page receives. */
@ConsoleTest
class LiveEventsTest {
  @Inject ConsoleDatabase database;
  @Inject CaseFeed feed;

  private Seed seed;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
  }

  @Test
  void aNewCaseIsHeardWithoutAsking() {
    List<String> heard = listen("/events", Optional.empty());
    await()
        .until(
            () -> {
              String id = seed.aCase(UUID.randomUUID().toString()).there().toString();
              return heard.stream().anyMatch(line -> line.contains("\"opened\":true"))
                  || id.isEmpty();
            });

    assertThat(heard).anyMatch(line -> line.contains("\"building\":\"maple-high\""));
  }

  @Test
  void whoComesBackHearsWhatWasMissed() {
    seed.aCase("1").there();
    long known =
        database.read(h -> h.select("select max(id) from case_event").mapTo(long.class).one());
    UUID missed = seed.aCase("2").there();

    List<String> heard = listen("/events", Optional.of(Long.toString(known)));

    await().until(() -> heard.stream().anyMatch(l -> l.contains(missed.toString())));
  }

  @Test
  void aPageThatMissedTooMuchIsToldToLoadAgainAndHearsWhatFollows() {
    UUID busy = seed.aCase("busy").there();
    String since = sinceOfThePage();
    List<String> present = listen("/events", Optional.empty());
    await().until(() -> present.contains("event:still"));
    database.write(
        h ->
            h.execute(
                """
                insert into case_event (case_id, actor, kind)
                select ?, 'ingest', 'hidden' from generate_series(1, 2500)
                """,
                busy));
    // Once an open page heard what came after them, they are no news, and could only be replayed.
    UUID last = seed.aCase("last").there();
    await().until(() -> present.stream().anyMatch(l -> l.contains(last.toString())));

    List<String> heard = listen("/events?since=" + since, Optional.empty());

    await().until(() -> heard.contains("event:reload"));
    assertThat(heard.subList(0, heard.indexOf("event:reload")))
        .noneMatch(line -> line.contains(busy.toString()));
    UUID next = seed.aCase("next").there();
    await().until(() -> heard.stream().anyMatch(l -> l.contains(next.toString())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update console_user set role = 'auditor'",
        "update console_user set buildings = '{birch-elementary}'",
        "update console_user set locked_until = 'infinity'",
        "delete from console_session"
      })
  void aStreamEndsOnceItsPersonMayNotHearTheSame(String change) throws Exception {
    OpenStream stream = open("/events");
    await().until(() -> stream.heard().contains("event:still"));
    assertThat(stream.end()).isNotDone();

    database.write(h -> h.execute(change + " where user_name = 'novak'"));

    await().until(stream.end()::isDone);
  }

  @Test
  void aPageThatLeftIsForgotten() throws Exception {
    await().until(() -> feed.openPages() == 0);
    OpenStream stream = open("/events");
    await().until(() -> feed.openPages() == 1 && stream.heard().contains("event:still"));

    stream.body().close();

    await().until(() -> feed.openPages() == 0);
  }

  @Test
  void aCaseThatOpensBeforeThePageIsConnectedIsHeard() {
    String since = sinceOfThePage();
    UUID between = seed.aCase("between").there();

    List<String> heard = listen("/events?since=" + since, Optional.empty());

    await().until(() -> heard.stream().anyMatch(l -> l.contains(between.toString())));
  }

  @Test
  void whatIsCommittedAfterSomethingNewerIsHeard() {
    UUID slow = seed.aCase("slow").there();
    String since =
        database.write(
            h -> {
              h.execute(
                  "insert into case_event (case_id, actor, kind) values (?, 'ingest', 'hidden')",
                  slow);
              seed.aCase("newer").there();
              return sinceOfThePage();
            });

    List<String> heard = listen("/events?since=" + since, Optional.empty());

    await().until(() -> heard.stream().anyMatch(l -> l.contains(slow.toString())));
  }

  private static String sinceOfThePage() {
    ConsoleBrowser browser = new ConsoleBrowser();
    browser.signIn("novak", Seed.PASSWORD);
    String page = browser.get("/queue").asString();
    Matcher since = Pattern.compile("data-since=\"([\\d.]+)\"").matcher(page);
    assertThat(since.find()).isTrue();
    return since.group(1);
  }

  /** An open stream, with what was heard and its end. */
  private record OpenStream(InputStream body, List<String> heard, CompletableFuture<Void> end) {}

  private OpenStream open(String path) throws IOException, InterruptedException {
    InputStream body =
        HttpClient.newHttpClient().send(request(path).build(), BodyHandlers.ofInputStream()).body();
    List<String> heard = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            () ->
                new BufferedReader(new InputStreamReader(body, UTF_8)).lines().forEach(heard::add));
    return new OpenStream(body, heard, end);
  }

  private static HttpRequest.Builder request(String path) {
    String cookie =
        new ConsoleBrowser().signIn("novak", Seed.PASSWORD).cookies().get("hallmonitor-session");
    return HttpRequest.newBuilder(ConsoleBrowser.address(path))
        .header("Cookie", "hallmonitor-session=" + cookie)
        .header("Accept", "text/event-stream");
  }

  private List<String> listen(String path, Optional<String> lastEventId) {
    List<String> heard = new CopyOnWriteArrayList<>();
    HttpRequest.Builder request = request(path);
    lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
    HttpClient.newHttpClient()
        .sendAsync(request.build(), BodyHandlers.ofLines())
        .thenAccept(answer -> answer.body().forEach(heard::add));
    return heard;
  }
}
