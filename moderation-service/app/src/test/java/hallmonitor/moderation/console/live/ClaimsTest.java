package hallmonitor.moderation.console.live;

import static hallmonitor.moderation.console.seed.QueueSeed.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.QueueSeed;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests claims: shown to others, expiring by themselves, blocking no one. */
@ConsoleTest
class ClaimsTest extends NovakAtWork {
  private static final String NOVAK_LOOKS = "<bdi>Petra Novak</bdi> is reviewing this.";

  @Inject Jdbi jdbi;

  private QueueSeed queue;
  private ConsoleBrowser brandt;

  @BeforeEach
  void start() {
    queue = new QueueSeed(database, jdbi);
    seed.person("brandt", "moderator", false);
    brandt = ConsoleBrowser.signedIn("brandt");
  }

  @Test
  void whoOpensACaseIsShownToOthers() {
    UUID id = seed.aCase("1").there();
    novak.get("/cases/" + id);

    assertThat(brandt.get("/queue").asString()).contains(NOVAK_LOOKS);
    assertThat(brandt.part("/cases/" + id + "/detail").asString()).contains(NOVAK_LOOKS);
    assertThat(novak.get("/queue").asString()).contains("You're reviewing this.");
  }

  @Test
  void othersHearOfItWithoutAsking() {
    UUID id = seed.aCase("1").there();
    List<String> heard = listen();
    await().until(() -> heard.stream().anyMatch(line -> line.equals("data:[]")));

    novak.get("/cases/" + id);
    await().until(() -> heard.stream().anyMatch(l -> l.contains(id + "\",\"userName\":\"novak\"")));

    int before = heard.size();
    queue.claimOver(id);
    await().until(() -> heard.stream().skip(before).anyMatch(line -> line.equals("data:[]")));
  }

  @Test
  void openingAnotherCaseFreesTheOneBefore() {
    UUID first = seed.aCase("1").there();
    UUID second = seed.aCase("2").there();
    novak.get("/cases/" + first);
    novak.get("/cases/" + second);

    assertThat(holders()).containsExactly("2 novak");
  }

  @Test
  void aCaseTakenOnPurposeStaysTakenUntilItIsLeft() {
    UUID first = seed.aCase("1").there();
    UUID second = seed.aCase("2").there();
    assertThat(novak.postPart("/cases/" + first + "/claim", Map.of()).asString())
        .contains("You're reviewing this.", "data-mine");
    novak.get("/cases/" + second);
    assertThat(holders()).containsExactly("1 novak", "2 novak");

    novak.postPart("/cases/" + first + "/claim", Map.of());
    assertThat(holders()).containsExactly("2 novak");
  }

  @Test
  void aClaimIsOverByItselfAndThenAnothersForTheTaking() {
    UUID id = seed.aCase("1").there();
    novak.get("/cases/" + id);
    assertThat(minutesLeft()).isBetween(2.5, 3.0);
    brandt.get("/cases/" + id);
    assertThat(holders()).containsExactly("1 novak");

    queue.claimOver(id);
    assertThat(brandt.get("/queue").asString()).doesNotContain(NOVAK_LOOKS);
    brandt.get("/cases/" + id);
    assertThat(holders()).containsExactly("1 brandt");
  }

  @Test
  void anyoneWhoIsAtWorkGoesOnHolding() {
    UUID id = seed.aCase("1").there();
    novak.get("/cases/" + id);
    database.write(
        h -> h.execute("update case_claim set until = clock_timestamp() + interval '5 seconds'"));

    assertThat(novak.post("/claims/active", Map.of("case", id.toString())).statusCode())
        .isEqualTo(204);
    assertThat(minutesLeft()).isBetween(2.5, 3.0);

    queue.claimOver(id);
    novak.post("/claims/active", Map.of());
    assertThat(minutesLeft()).as("what is over is over").isNegative();
    novak.post("/claims/active", Map.of("case", id.toString()));
    assertThat(minutesLeft()).as("unless it is on screen").isBetween(2.5, 3.0);
  }

  @Test
  void aClaimWarnsAndHindersNobody() {
    UUID id = seed.aCase("1").there();
    novak.postPart("/cases/" + id + "/claim", Map.of());

    assertThat(brandt.postPart("/cases/" + id + "/claim", Map.of()).asString())
        .contains("Petra Novak is reviewing this already. You can still decide it.");
    ConsoleResponse decided =
        brandt.postPart(
            "/cases/" + id + "/decision", Map.of("decision", "confirm", "version", "0"));

    assertThat(decided.statusCode()).isEqualTo(200);
    assertThat(holders()).as("it vanishes with the decision").isEmpty();
  }

  @Test
  void aClosedCaseIsNobodysToTake() {
    UUID id = seed.aCase("1").decided("confirmed").there();
    novak.get("/cases/" + id);
    assertThat(novak.postPart("/cases/" + id + "/claim", Map.of()).asString())
        .contains("Only an open case can be assigned.");
    assertThat(holders()).isEmpty();
  }

  @Test
  void theNextCaseIsTheFirstThatNobodyLooksAt() {
    UUID urgent = seed.aCase("1").urgency("immediate").there();
    UUID soon = seed.aCase("2").there();

    assertThat(next(novak, "", "")).isEqualTo(urgent);
    assertThat(next(brandt, "", "")).isEqualTo(soon);
    assertThat(brandt.post("/queue/next", Map.of("after", soon.toString())).header("Location"))
        .contains("none-left");
    assertThat(brandt.get("/queue?state=open&none-left=yes").asString())
        .contains("Every case in this list is already being reviewed.");
  }

  @Test
  void theNextCaseComesAfterThePresentOneAndThenFromTheBeginning() {
    UUID first = seed.aCase("1").saying("One").aged(Duration.ofMinutes(3)).there();
    UUID second = seed.aCase("2").saying("Two").aged(Duration.ofMinutes(2)).there();
    UUID third = seed.aCase("3").saying("Three").aged(Duration.ofMinutes(1)).there();

    assertThat(next(novak, "", second.toString())).isEqualTo(third);
    assertThat(next(novak, "", third.toString())).isEqualTo(first);
  }

  @Test
  void theNextCaseIsUnderTheFiltersAndNoneOfThoseFoldedAway() {
    UUID other = seed.aCase("1").in("birch-elementary").aged(Duration.ofMinutes(9)).there();
    UUID first = seed.aCase("2").aged(Duration.ofMinutes(8)).there();
    seed.aCase("3").aged(Duration.ofMinutes(7)).there();
    queue.compared();

    assertThat(next(novak, "?building=maple-high", "")).isEqualTo(first);
    assertThat(next(brandt, "", "")).isEqualTo(other);
    assertThat(brandt.post("/queue/next", Map.of("after", other.toString())).header("Location"))
        .as("the copy of the one that Petra looks at is none of its own")
        .contains("none-left");
  }

  @Test
  void twoWhoAskAtTheSameMomentGetDifferentCases() throws Exception {
    for (int i = 0; i < 12; i++) {
      seed.aCase("c" + i).aged(Duration.ofMinutes(60 - i)).there();
    }
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 8; round++) {
        Future<UUID> one = threads.submit(at(together, novak));
        Future<UUID> other = threads.submit(at(together, brandt));
        assertThat(one.get()).isNotEqualTo(other.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void twoWhoWorkThroughOneQueueDecideEachCaseOnce() throws Exception {
    for (int i = 0; i < 20; i++) {
      seed.aCase("c" + i).aged(Duration.ofMinutes(60 - i)).there();
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Set<UUID>> one = threads.submit(() -> workThrough(novak));
      Future<Set<UUID>> other = threads.submit(() -> workThrough(brandt));
      assertThat(one.get()).doesNotContainAnyElementsOf(other.get());
      assertThat(one.get().size() + other.get().size()).isEqualTo(20);
    } finally {
      threads.shutdownNow();
    }
    assertThat(rows(novak.get("/queue").asString())).isEmpty();
  }

  private Set<UUID> workThrough(ConsoleBrowser browser) {
    Set<UUID> decided = new HashSet<>();
    while (true) {
      String there = browser.post("/queue/next", Map.of()).header("Location");
      if (there.contains("none-left")) {
        return decided;
      }
      UUID id = id(there);
      int status =
          browser
              .postPart("/cases/" + id + "/decision", Map.of("decision", "confirm", "version", "0"))
              .statusCode();
      assertThat(status).as("nobody else decided it").isEqualTo(200);
      decided.add(id);
    }
  }

  private Callable<UUID> at(CyclicBarrier together, ConsoleBrowser browser) {
    return () -> {
      together.await();
      return next(browser, "", "");
    };
  }

  private static UUID next(ConsoleBrowser browser, String query, String after) {
    ConsoleResponse answer =
        browser.post("/queue/next" + query, after.isEmpty() ? Map.of() : Map.of("after", after));
    assertThat(answer.statusCode()).isEqualTo(303);
    return id(answer.header("Location"));
  }

  private static UUID id(String location) {
    return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
  }

  private List<String> holders() {
    return database.read(
        h ->
            h.select(
                    "select rc.comment_id || ' ' || cl.user_name from case_claim cl join"
                        + " review_case rc using (case_id) where cl.until > clock_timestamp() order"
                        + " by 1")
                .mapTo(String.class)
                .list());
  }

  private double minutesLeft() {
    return database.read(
        h ->
            h.select("select extract(epoch from until - clock_timestamp()) / 60 from case_claim")
                .mapTo(double.class)
                .one());
  }

  private List<String> listen() {
    List<String> heard = new CopyOnWriteArrayList<>();
    String cookie =
        new ConsoleBrowser().signIn("brandt", Seed.PASSWORD).cookies().get("hallmonitor-session");
    HttpRequest request =
        HttpRequest.newBuilder(ConsoleBrowser.address("/events"))
            .header("Cookie", "hallmonitor-session=" + cookie)
            .header("Accept", "text/event-stream")
            .build();
    HttpClient.newHttpClient()
        .sendAsync(request, BodyHandlers.ofLines())
        .thenAccept(answer -> answer.body().forEach(heard::add));
    return heard;
  }
}
