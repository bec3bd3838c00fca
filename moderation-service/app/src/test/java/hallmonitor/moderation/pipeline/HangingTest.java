package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HangingTest {
  private final Stage stage = new Stage();
  private final CountDownLatch released = new CountDownLatch(1);
  private final Detector hanging =
      new Detector() {
        @Override
        public String name() {
          return "hanging";
        }

        @Override
        public List<Finding> detect(Comment comment) {
          while (comment.text().contains("hang") && released.getCount() > 0) {
            Thread.onSpinWait(); // like an endless pattern, which ignores interrupts
          }
          return List.of(new Finding(Category.SPAM, 1, name(), List.of(), "It came back."));
        }
      };

  private CommentPipeline pipeline =
      pipeline(
          new WordsDetector("damn", Category.PROFANITY, 1),
          hanging,
          new WordsDetector("shoot", Category.THREAT, 1));

  private CommentPipeline pipeline(Detector... detectors) {
    ContextSettings impatient =
        new ContextSettings(
            Duration.ofMinutes(10), ContextSettings.DEFAULT.pileOn(), Duration.ofSeconds(1));
    RuleSnapshot rules = stage.rules();
    return stage.pipeline(
        new RuleSnapshot(
            rules.district(),
            rules.policy(),
            rules.policyVersion(),
            new Detectors(List.of(detectors)),
            rules.modelVersion()),
        impatient);
  }

  @AfterEach
  void release() {
    released.countDown();
    pipeline.close();
  }

  private void receive(SeenComment... comments) throws Exception {
    List<ConsumerRecord<byte[], byte[]>> batch =
        java.util.Arrays.stream(comments).map(SeenComment::record).toList();
    pipeline.handle(batch);
  }

  private String detectorsOn(String id) {
    return stage.database.one(
        "select string_agg(f ->> 'category' || ' ' || (f ->> 'detector'), ', ')"
            + " from revision, jsonb_array_elements(findings) f where comment_id = '"
            + id
            + "'",
        String.class);
  }

  @Test
  void aCommentOnWhichADetectorHangsIsPutBeforeAPerson() throws Exception {
    receive(aComment("1").saying("let it hang"));
    assertThat(stage.database.rows("select outcome, clause, category, state from review_case"))
        .singleElement()
        .satisfies(
            c ->
                assertThat(c)
                    .containsEntry("outcome", "review")
                    .containsEntry("clause", "")
                    .containsEntry("category", "detector-failure")
                    .containsEntry("state", "open"));
    assertThat(stage.database.one("select detail from case_event", String.class))
        .isEqualTo(
            "The detector 'hanging' took too long on this comment, so a person must look at it.");
  }

  @Test
  void whatTheOtherDetectorsSeeIsNotLost() throws Exception {
    receive(aComment("1").saying("damn, hang them, shoot them"));
    assertThat(detectorsOn("1"))
        .isEqualTo("PROFANITY words, DETECTOR_FAILURE hanging, THREAT words");
    assertThat(stage.escalations()).hasSize(1);
  }

  @Test
  void theRestOfTheBatchIsJudgedInItsOrder() throws Exception {
    receive(
        IntStream.range(0, 40)
            .mapToObj(i -> aComment("" + i).by("author " + i))
            .map(c -> c.id().endsWith("7") ? c.saying("hang " + c.id()) : c.saying("hello"))
            .toArray(SeenComment[]::new));
    assertThat(stage.database.count("revision")).isEqualTo(40);
    assertThat(
            stage.database.one(
                "select string_agg(comment_id, ' ' order by comment_id) from revision"
                    + " where findings @> '[{\"category\": \"DETECTOR_FAILURE\"}]'",
                String.class))
        .isEqualTo("17 27 37 7");
    assertThat(detectorsOn("8")).isEqualTo("SPAM hanging");
  }

  @Test
  void aDetectorThatHangsOnWhatIsReadTogetherOnlyIsFoundToo() throws Exception {
    receive(aComment("1").saying("I would ha"), aComment("2").saying("ng"));
    assertThat(detectorsOn("2")).isEqualTo("SPAM hanging");
    receive(aComment("3").by("Doe").saying("ha"), aComment("4").by("Doe").saying("ng"));
    assertThat(detectorsOn("4")).isEqualTo("SPAM hanging, DETECTOR_FAILURE hanging");
  }

  @Test
  void itIsCountedAndTheThreadIsFreedWhenItComesBack() throws Exception {
    receive(aComment("1").saying("let it hang"));
    assertThat(
            stage
                .meters
                .get("hallmonitor.detector.failures")
                .tag("detector", "hanging")
                .counter()
                .count())
        .isEqualTo(1);
    assertThat(stage.meters.get("hallmonitor.judging.hanging").gauge().value()).isEqualTo(1);
    released.countDown();
    await().until(() -> stage.meters.get("hallmonitor.judging.hanging").gauge().value() == 0);
    assertThat(detectorsOn("1")).isEqualTo("DETECTOR_FAILURE hanging");
  }

  @Test
  void aDetectorThatListensIsInterrupted() throws Exception {
    AtomicInteger interrupted = new AtomicInteger();
    Detector listening =
        new Detector() {
          @Override
          public String name() {
            return "listening";
          }

          @Override
          public List<Finding> detect(Comment comment) {
            try {
              released.await();
            } catch (InterruptedException e) {
              interrupted.incrementAndGet();
            }
            return List.of();
          }
        };
    pipeline.close();
    pipeline = pipeline(listening);
    receive(aComment("1"));
    await().until(() -> interrupted.get() == 1);
    assertThat(detectorsOn("1")).isEqualTo("DETECTOR_FAILURE listening");
  }
}
