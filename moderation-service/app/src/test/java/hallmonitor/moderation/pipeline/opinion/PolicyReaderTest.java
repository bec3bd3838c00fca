package hallmonitor.moderation.pipeline.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.PolicyReading;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion.Subject;
import hallmonitor.moderation.pipeline.opinion.ReaderSettings.Written;
import hallmonitor.moderation.policy.Clause.Urgency;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests how a policy reader handles a server that speaks the protocol, with its faults. */
class PolicyReaderTest extends ServedReader {
  /** Time for an answer on a busy machine. */
  private static final Duration AMPLE = Duration.ofSeconds(20);

  @Test
  void anOpinionIsAFindingWithModelClauseAnswerReasonAndTime() throws Exception {
    server.thinking(false, 0.85, "It quotes a song.");

    Finding reading = only(ask(Asked.about("1", "I will shoot the ball")));

    assertThat(reading.category()).isEqualTo(Category.THREAT);
    assertThat(reading.detector()).isEqualTo(PolicyReading.NAME);
    assertThat(reading.score()).isEqualTo(1 - 0.85);
    assertThat(PolicyReading.denies(reading)).isTrue();
    assertThat(reading.why())
        .matches(
            "The policy reader \\(test-model\\) read clause 3\\.2 and says, 85% sure after \\d+ ms,"
                + " that it does not apply: “It quotes a song\\.”");
    assertThat(meters.get("hallmonitor.policy.reader").timer().count()).isEqualTo(1);
  }

  @Test
  void anOpinionThatConfirmsScoresHigh() throws Exception {
    server.thinking(true, 0.9, "It says when.");

    Finding reading = only(ask(Asked.about("1", "you will see on Friday")));

    assertThat(reading.score()).isEqualTo(0.9);
    assertThat(reading.why()).contains("that it applies");
  }

  @Test
  void aKeyIsSentAsABearerTokenAndNoneIfThereIsNone() throws Exception {
    server.thinking(true, 0.9, "x");
    ask(Asked.about("1", "a"));
    restart(
        new Written(
            Optional.of(server.url()),
            Optional.of("test-model"),
            Optional.of("district-key"),
            Optional.empty(),
            Optional.empty(),
            0.05,
            0.1,
            AMPLE,
            4));
    ask(Asked.about("2", "b"));

    assertThat(server.keys()).containsExactly("null", "Bearer district-key");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("status", ChatServer.failing(500)),
        Arguments.of("status", ChatServer.failing(503)),
        Arguments.of("status", ChatServer.failing(404)),
        Arguments.of("status", ChatServer.failing(401)),
        Arguments.of("status", ChatServer.failing(429)),
        Arguments.of("form", ChatServer.sending("<html>Welcome</html>")),
        Arguments.of("form", ChatServer.sending("")),
        Arguments.of("form", ChatServer.saying("It is a threat.")),
        Arguments.of("form", ChatServer.saying("{\"violates\": false}")),
        Arguments.of("timeout", ChatServer.hanging(NEVER)),
        Arguments.of("timeout", ChatServer.dripping()),
        Arguments.of("too-long", ChatServer.flooding()));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void anyFaultIsNoOpinionIsCountedAndEnds(String why, ChatServer.Behavior fault) throws Exception {
    restart(limitedTo(why.equals("timeout") ? Duration.ofMillis(1_500) : AMPLE));
    server.behaving(fault);

    assertThat(ask(Asked.about("1", "a"))).isEmpty();

    assertThat(failures(why)).isEqualTo(1);
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    AtomicInteger elsewhere = new AtomicInteger();
    try (ChatServer other =
        new ChatServer().behaving((exchange, request) -> elsewhere.incrementAndGet())) {
      server.behaving(ChatServer.redirecting(other.url() + "/chat/completions"));

      assertThat(ask(Asked.about("1", "a"))).isEmpty();
    }
    assertThat(elsewhere).hasValue(0);
    assertThat(failures("status")).isEqualTo(1);
  }

  @Test
  void aServerThatIsNotThereIsNoOpinion() throws Exception {
    server.close();

    assertThat(ask(Asked.about("1", "a"))).isEmpty();
    assertThat(failures("unreachable")).isEqualTo(1);
  }

  /** A name that pointed into the district at the start and points outside later. */
  @Test
  void theAddressIsCheckedAgainForTheConnectionAndTheConnectionGoesThere() throws Exception {
    server.thinking(true, 0.9, "x");
    List<String> lookups = new ArrayList<>();
    String[] leadsTo = {"127.0.0.1"};
    restart(
        Asked.settings("http://reader.example:" + server.port() + "/v1"),
        host -> {
          lookups.add(host);
          return new InetAddress[] {InetAddress.getByName(leadsTo[0])};
        });
    assertThat(ask(Asked.about("1", "a"))).hasSize(1);

    reader.close();
    restart(
        Asked.settings("http://reader.example:" + server.port() + "/v1"),
        host -> new InetAddress[] {InetAddress.getByName(leadsTo[0])});
    leadsTo[0] = "93.184.216.34";
    assertThat(ask(Asked.about("2", "b"))).isEmpty();

    assertThat(lookups).containsExactly("reader.example", "reader.example");
    assertThat(server.requests()).hasSize(1);
    assertThat(failures("unreachable")).isEqualTo(1);
  }

  /** The wait for it ends before its exchange does. */
  @Test
  void aQuestionWhoseHostNameHangsFailsOnce() throws Exception {
    CountDownLatch known = new CountDownLatch(1);
    CountDownLatch lookedUp = new CountDownLatch(1);
    AtomicInteger lookups = new AtomicInteger();
    restart(
        limitedTo(Duration.ofMillis(1_500), 1, "http://reader.example:" + server.port() + "/v1"),
        host -> {
          if (lookups.getAndIncrement() > 0) {
            awaitUninterruptibly(known);
            lookedUp.countDown();
            throw new UnknownHostException(host);
          }
          return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });

    assertThat(ask(Asked.about("1", "a"))).isEmpty();
    known.countDown();
    lookedUp.await();
    await().during(Duration.ofMillis(300)).until(() -> failures("timeout") == 1);
    assertThat(failures("unreachable")).isZero();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      Thread.interrupted();
    }
  }

  @Test
  void manyQuestionsShareOneTimeLimitAndOnlySoManyAreAskedAtOnce() throws Exception {
    // Long enough for some of them on a busy machine, and too short for all on any.
    restart(limitedTo(Duration.ofSeconds(4), 4, server.url()));
    server.behaving(
        (exchange, request) -> {
          Thread.sleep(400);
          ChatServer.saying(ChatServer.opinion("threat", true, 0.9, "x")).answer(exchange, request);
        });
    List<ReaderQuestion> questions =
        IntStream.range(0, 60).mapToObj(i -> Asked.about("" + i, "a")).toList();

    Map<Subject, Finding> answers = reader.ask(questions);

    assertThat(answers).isNotEmpty().hasSizeLessThan(questions.size());
    assertThat(server.mostAtOnce()).isLessThanOrEqualTo(4);
    assertThat(failures("not-asked")).isPositive();
    assertThat(reader.asksAbout()).as("a busy server is no dead one").isPresent();
  }

  @Test
  void theMostUrgentIsAskedFirst() throws Exception {
    restart(limitedTo(AMPLE));
    server.thinking(true, 0.9, "x");

    reader.ask(
        List.of(
            Asked.about("later", "later", Asked.clause("2.2", "Possible bullying", Urgency.SOON)),
            Asked.about("first", "first", Asked.POSSIBLE_THREAT)));

    assertThat(server.requests())
        .extracting(r -> r.at("/messages/1/content").asText().contains("first"))
        .containsExactly(true, false);
  }

  @Test
  void closingBreaksOffWhatIsGoingOn() throws Exception {
    server.behaving(ChatServer.hanging(NEVER));
    Thread asking =
        new Thread(
            () -> {
              try {
                ask(Asked.about("1", "a"));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    asking.start();
    await().until(() -> !server.requests().isEmpty());
    asking.interrupt();
    reader.close();
    asking.join(Duration.ofSeconds(5).toMillis());
    assertThat(asking.isAlive()).isFalse();
  }

  private static Finding only(Map<Subject, Finding> answers) {
    assertThat(answers).hasSize(1);
    return answers.values().iterator().next();
  }
}
