package hallmonitor.moderation.console.tips;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.messaging.picture.SafePicture;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that pictures sent to the form cost nothing before it is looked at, and hold up nobody. */
@ConsoleTest
class TipFloodTest extends TipsAtWork {
  private static final byte[] BROKEN = "not a picture".getBytes(UTF_8);

  private ConsoleResponse sendPicture(Map<String, String> fields, byte[] content) {
    return new ConsoleBrowser().postFile("/report", fields, "screenshot", "x.png", content);
  }

  private Map<String, String> filledIn(String name, String value) {
    Map<String, String> fields = new HashMap<>(filledIn());
    fields.put(name, value);
    return fields;
  }

  @Test
  void aForgedOrOldFormIsRefusedBeforeItsPictureIsRead() {
    for (String form : List.of("", "x", "a.b", formMade(Duration.ofHours(13)))) {
      ConsoleResponse refused = sendPicture(filledIn("form", form), BROKEN);
      assertThat(refused.statusCode()).as(form).isEqualTo(422);
      assertThat(refused.asString()).doesNotContain("not a picture that we can read");
    }
    assertThat(sendPicture(filledIn(), BROKEN).asString())
        .contains("not a picture that we can read");
  }

  @Test
  void beyondTheLimitNoPictureIsRead() {
    for (int i = 0; i < 10; i++) {
      assertThat(sendPicture(filledIn(), BROKEN).statusCode()).isEqualTo(422);
    }

    assertThat(sendPicture(filledIn(), BROKEN).statusCode()).isEqualTo(429);
  }

  @Test
  void whoFillsInTheInvisibleFieldGetsNoPictureRead() {
    assertThat(sendPicture(filledIn("website", "https://a.example"), BROKEN).statusCode())
        .isEqualTo(200);
    assertThat(tips()).isZero();
  }

  @Test
  void aFloodOfPicturesIsRefusedAtOnceAndHoldsUpNeitherPagesNorPicturesOfComments()
      throws InterruptedException {
    byte[] picture = PictureHost.picture("png", 40, 30);
    int accepted = 1 + TipPictures.WAITING;
    int flood = accepted + 3;
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      threads.execute(
          () ->
              SafePicture.readSentIn(
                  picture,
                  reader -> {
                    reading.countDown();
                    return awaited(release);
                  }));
      reading.await();
      List<CompletableFuture<ConsoleResponse>> sent =
          IntStream.range(0, flood)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> sendPicture(filledIn("text", "Flood " + i), picture), threads))
              .toList();
      await().until(() -> done(sent) == flood - accepted);

      assertThat(outside.get("/report").statusCode()).isEqualTo(200);
      assertThat(novak.get("/tips").statusCode()).isEqualTo(200);
      received(filledIn("text", "Words need no thread for pictures."));
      assertThat(SafePicture.read(picture, reader -> reader.getWidth(0))).contains(40);
      assertThat(done(sent)).isEqualTo(flood - accepted);
      release.countDown();

      List<ConsoleResponse> answers = sent.stream().map(CompletableFuture::join).toList();
      assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(accepted);
      assertThat(answers)
          .filteredOn(answer -> answer.statusCode() != 200)
          .allSatisfy(
              answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("5");
                assertThat(answer.asString()).contains("Too many pictures", "Flood ");
              });
    } finally {
      release.countDown();
      threads.shutdown();
    }
    assertThat(tips()).isEqualTo(accepted + 1);
  }

  private static long done(List<CompletableFuture<ConsoleResponse>> sent) {
    return sent.stream().filter(CompletableFuture::isDone).count();
  }

  private static String awaited(CountDownLatch latch) {
    try {
      latch.await();
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
