package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.FirstLook;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both looks judge nothing while danger is on its way. */
@Timeout(60)
class GivingWayTest {
  private static final List<String> DANGER = List.of("practice/danger");

  private final Stage stage = new Stage();
  private final AtomicLong clockAsked = new AtomicLong();
  private final AtomicBoolean stands = new AtomicBoolean();
  private final AtomicBoolean judged = new AtomicBoolean();
  private final AtomicBoolean hidden = new AtomicBoolean();
  private final AtomicBoolean judgedBefore = new AtomicBoolean();
  private final Precedence precedence = new Precedence(this::now);
  private final CommentPipeline pipeline = stage.pipeline(new Detectors(List.of(new Noting())));

  /** Time stands still, so nothing waits for too long. */
  private long now() {
    clockAsked.incrementAndGet();
    return 0;
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }

  /** Notes whether it is asked before the danger is hidden. */
  private final class Noting implements Detector {
    @Override
    public String name() {
      return "noting";
    }

    @Override
    public List<Finding> detect(Comment comment) {
      if (stands.get()) {
        judgedBefore.compareAndSet(false, !hidden.get());
        judged.set(true);
      }
      return new WordsDetector("pay", Category.THREAT, 1).detect(comment);
    }

    @Override
    public FirstLook firstLook(Comment comment, List<Finding> before) {
      detect(comment);
      return new SlowDetector("pay", Category.THREAT, 0.5).firstLook(comment, before);
    }
  }

  /** It asks the clock again and again while it waits, and else only a few times. */
  private void waitsUntilDangerIsHidden(Callable<?> turn) throws Exception {
    precedence.found(DANGER);
    stands.set(true);
    long before = clockAsked.get();
    FutureTask<?> running = new FutureTask<>(turn);
    new Thread(running).start();
    await().until(() -> judged.get() || clockAsked.get() - before > 20);
    hidden.set(true);
    precedence.answered(DANGER);
    running.get();

    assertThat(judged).isTrue();
    assertThat(judgedBefore).isFalse();
  }

  @Test
  void theFirstLookInABurst() throws Exception {
    precedence.tookFullTurn();
    FirstLookTurns turns = new FirstLookTurns(pipeline, precedence, 100);

    waitsUntilDangerIsHidden(
        () -> {
          turns.handle(List.of(aComment("1").saying("a slow way to pay").record()));
          return 0;
        });
  }

  /** Otherwise each hide would hold up everything else for half a second. */
  @Test
  void whatThePlatformAnswersIsTheDangerThatWasFound() throws Exception {
    SeenComment threat = aComment("1").saying("I will shoot you");
    CommentPipeline ahead = new CommentPipeline(stage.parts(), 1, precedence, () -> {});
    precedence.tookFullTurn();
    precedence.found(List.of(threat.event().comment().key()));

    ahead.handleAhead(List.of(threat.record()));
    assertThat(precedence.reachedSoon()).isZero();

    stage.seal();
    byte[] answer = EventJson.write(Stage.taken(stage.orders().get(0), SeenComment.NOON));
    answers()
        .actionResults()
        .handle(List.of(new ConsumerRecord<>("action-results", 0, 0, null, answer)));
    assertThat(precedence.reachedSoon()).isPositive();
    ahead.close();
  }

  private ServiceEventHandlers answers() {
    return new ServiceEventHandlers(
        stage.database.jdbi(),
        Stage.CLOCK,
        () -> {},
        precedence,
        stage.metrics,
        id -> Optional.empty());
  }

  @Test
  void theSecondLook() throws Exception {
    pipeline.handle(List.of(aComment("1").saying("a slow way to pay").record()));
    try (SecondLook second =
        new SecondLook(stage.parts(new Detectors(List.of(new Noting()))), 1, precedence)) {
      waitsUntilDangerIsHidden(second::lookAtSome);
    }
  }
}
