package hallmonitor.moderation.finding.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WordPiecesTest {
  private static final WordPieces PIECES = shipped();

  private static WordPieces shipped() {
    try (InputStream in = WordPieces.class.getResourceAsStream("/model/encoder/vocabulary.txt")) {
      return new WordPieces(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The ids were made by an independent tokenizer with the same vocabulary. */
  @TestFactory
  List<DynamicTest> givesTheIdsThatTheEncoderWasTaughtWith() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (InputStream in = getClass().getResourceAsStream("/encoder/reference-ids.json")) {
      for (JsonNode line : new ObjectMapper().readTree(in)) {
        int[] expected =
            IntStream.range(0, line.path("ids").size())
                .map(i -> line.path("ids").path(i).asInt())
                .toArray();
        String text = line.path("text").asText();
        tests.add(
            DynamicTest.dynamicTest(
                "of: " + text,
                () -> assertThat(PIECES.encode(text, WordPieces.MOST)).isEqualTo(expected)));
      }
    }
    return tests;
  }

  @Property
  void takesAnyTextAndKeepsWithinItsBounds(
      @ForAll String text, @ForAll String parent, @ForAll @IntRange(min = 28, max = 96) int most) {
    int[] ids = PIECES.encode(text, parent, most);

    assertThat(ids.length).isBetween(2, most);
    assertThat(ids).startsWith(101).endsWith(102);
  }

  @Property
  void everyPieceKnowsTheTextThatItCameFrom(@ForAll String text) {
    Pieces pieces = PIECES.pieces(text, WordPieces.MOST);

    int end = 0;
    for (int i = 1; i < pieces.count() - 1; i++) {
      assertThat(pieces.from(i)).isBetween(0, text.length() - 1);
      assertThat(pieces.to(i)).isBetween(pieces.from(i) + 1, text.length());
      assertThat(pieces.to(i)).as("in the order of the text").isGreaterThanOrEqualTo(end);
      end = pieces.to(i);
    }
  }

  @Test
  void aPieceOfAWordKnowsItsPartOfTheWord() {
    String text = "so Snowflaking good";
    Pieces pieces = PIECES.pieces(text, WordPieces.MOST);

    List<String> parts = new ArrayList<>();
    for (int i = 1; i < pieces.count() - 1; i++) {
      parts.add(text.substring(pieces.from(i), pieces.to(i)));
    }
    assertThat(parts).containsExactly("so", "Snow", "fl", "aking", "good");
  }

  @Test
  void theParentFollowsTheTextAndIsCutFirst() {
    int[] alone = PIECES.encode("no way", WordPieces.MOST);
    int[] both = PIECES.encode("no way", "word ".repeat(200), WordPieces.MOST);

    assertThat(both).startsWith(alone).endsWith(102);
    assertThat(both).hasSize(alone.length + WordPieces.MOST_OF_PARENT + 1);
  }

  @Test
  void aLongTextLeavesRoomForItsParent() {
    int[] both = PIECES.encode("word ".repeat(200), "no way", WordPieces.MOST);

    int[] parent = PIECES.encode("no way", WordPieces.MOST);
    assertThat(both).hasSize(WordPieces.MOST);
    assertThat(both).endsWith(IntStream.of(parent).skip(1).toArray());
  }

  @Test
  void aVocabularyWithoutItsSpecialPiecesIsRefused() {
    InputStream file =
        new ByteArrayInputStream("[PAD]\n[UNK]\n[CLS]\nword\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> new WordPieces(file)).hasMessageContaining("[SEP]");
  }
}
