package hallmonitor.moderation.finding.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EncoderTest {
  private static final int KNIFE = 4;
  private static final int LOSER = 5;
  private static final int BOOM = 6;
  private static final int[] HARMLESS = {2, 7, 3};

  private static byte[] onnx() throws IOException {
    try (InputStream in =
        EncoderTest.class.getResourceAsStream(TinyStage.FOLDER + "encoder.onnx")) {
      return in.readAllBytes();
    }
  }

  private static Encoder encoder() throws IOException {
    return encoder(onnx(), 2);
  }

  private static Encoder encoder(byte[] onnx, int labels) {
    return new Encoder(
        () -> new ByteArrayInputStream(onnx),
        0,
        labels,
        new Encoder.Limits(Duration.ofMinutes(1), Duration.ofMinutes(1)));
  }

  @Test
  void aTextHasALogitForEachLabel() throws IOException {
    try (Encoder encoder = encoder()) {
      assertThat(encoder.logits(new int[] {2, KNIFE, LOSER, LOSER, 3})).containsExactly(4, 12);
    }
  }

  @Test
  void textsOfAnyLengthTogetherHaveTheLogitsThatEachHasAlone() throws IOException {
    List<int[]> texts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int[] text = new int[1 + (i * 7) % 11];
      text[0] = i % 3 == 0 ? KNIFE : LOSER;
      texts.add(text);
    }
    try (Encoder encoder = encoder()) {
      float[][] together = encoder.logits(texts);

      for (int i = 0; i < texts.size(); i++) {
        assertThat(together[i]).as("text %d", i).isEqualTo(encoder.logits(texts.get(i)));
      }
      assertThat(encoder.logits(List.<int[]>of())).isEmpty();
    }
  }

  @Test
  void manyThreadsShareOne() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try (Encoder encoder = encoder()) {
      List<Callable<float[]>> asks = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        int knives = i % 5;
        int[] text = new int[knives + 1];
        java.util.Arrays.fill(text, KNIFE);
        asks.add(() -> encoder.logits(text));
      }
      List<Future<float[]>> answers = pool.invokeAll(asks);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()[0]).isEqualTo(8f * (i % 5 + 1) - 4);
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aFailureWithinTheModelIsSaidAndTheNextTextIsAnswered() throws IOException {
    try (Encoder encoder = encoder()) {
      assertThatThrownBy(() -> encoder.logits(new int[] {2, BOOM, 3}))
          .isInstanceOf(EncoderException.class);
      assertThat(encoder.logits(HARMLESS)).containsExactly(-4, -4);
    }
  }

  @Test
  void aListOfLabelsThatDoesNotFitIsRefused() throws IOException {
    byte[] onnx = onnx();

    try (Encoder encoder = encoder(onnx, 3)) {
      assertThatThrownBy(encoder::load)
          .hasMessageContaining("gives 2 logits")
          .hasMessageContaining("has 3");
    }
  }

  @Test
  void whatAKilledProcessLeftIsDeletedAndWhatAnotherLoadsNowIsNot() throws IOException {
    Path left = Files.createTempFile("encoder-", ".onnx");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    Path present = Files.createTempFile("encoder-", ".onnx");
    try (Encoder encoder = encoder()) {
      encoder.load();

      assertThat(left).doesNotExist();
      assertThat(present).exists();
    } finally {
      Files.delete(present);
    }
  }

  @Test
  void whatIsNoModelIsRefused() {
    try (Encoder encoder = encoder(new byte[] {1, 2, 3}, 2)) {
      assertThatThrownBy(() -> encoder.logits(HARMLESS))
          .isInstanceOf(EncoderException.class)
          .hasMessageContaining("no model");
    }
  }
}
