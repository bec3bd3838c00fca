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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WordPiecesTest {
  private static final WordPieces PIECES = shipped("multilingual");

  /** Ids of [CLS] and [SEP]. */
  private static final int START = 2;

  private static final int END = 3;

  private static WordPieces shipped(String model) {
    try (InputStream in =
        WordPieces.class.getResourceAsStream("/model/" + model + "/vocabulary.txt")) {
      return new WordPieces(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int[] encode(String text, String parent, String post) {
    return PIECES.encode(new EncoderText(text, parent, post));
  }

  /** The ids were made by an independent tokenizer with the same vocabularies. */
  @TestFactory
  List<DynamicTest> givesTheIdsThatTheEncodersWereTaughtWith() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String model : List.of("multilingual", "english")) {
      WordPieces pieces = shipped(model);
      try (InputStream in =
          getClass().getResourceAsStream("/encoder/reference-ids-" + model + ".json")) {
        for (JsonNode line : new ObjectMapper().readTree(in)) {
          int[] expected =
              IntStream.range(0, line.path("ids").size())
                  .map(i -> line.path("ids").path(i).asInt())
                  .toArray();
          String text = line.path("text").asText();
          tests.add(
              DynamicTest.dynamicTest(
                  model + ", of: " + text,
                  () ->
                      assertThat(pieces.encode(new EncoderText(text, "", "")))
                          .isEqualTo(expected)));
        }
      }
    }
    return tests;
  }

  @Property
  void takesAnyTextAndKeepsWithinItsBounds(
      @ForAll String text, @ForAll String parent, @ForAll String post) {
    int[] ids = encode(text, parent, post);

    assertThat(ids.length).isBetween(2, WordPieces.MOST);
    assertThat(ids).startsWith(START).endsWith(END);
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
    assertThat(parts).containsExactly("so", "Snow", "fl", "aki", "ng", "good");
  }

  @Test
  void theParentAndThePostFollowTheTextAndAreCutFirst() {
    int[] alone = encode("no way", "", "");
    int[] all = encode("no way", "word ".repeat(200), "word ".repeat(200));

    assertThat(all).startsWith(alone).endsWith(END);
    assertThat(all)
        .hasSize(alone.length + WordPieces.MOST_OF_PARENT + 1 + WordPieces.MOST_OF_POST + 2);
  }

  @Test
  void aLongTextLeavesRoomForItsParentAndItsPost() {
    int[] all = encode("word ".repeat(200), "no way", "school is closed");

    int[] parent = IntStream.of(encode("no way", "", "")).skip(1).toArray();
    int[] post = IntStream.of(encode("", "", "school is closed")).skip(2).toArray();
    assertThat(all).hasSize(WordPieces.MOST);
    assertThat(all).endsWith(IntStream.concat(IntStream.of(parent), IntStream.of(post)).toArray());
  }

  @Test
  void aPostIsNoParent() {
    assertThat(encode("no way", "school is closed", ""))
        .isNotEqualTo(encode("no way", "", "school is closed"));
  }

  @Test
  void spanishWithAccentsAndWithoutIsTheSame() {
    assertThat(encode("Está cerrada la escuela, señor", "", ""))
        .isEqualTo(encode("ESTA CERRADA LA ESCUELA, SENOR", "", ""));
  }

  @Test
  void allVocabulariesHaveAMarkForThePost() {
    assertThat(PIECES.readsPosts()).isTrue();
    assertThat(shipped("english").readsPosts()).isTrue();
  }

  @Test
  void aVocabularyWithoutItsSpecialPiecesIsRefused() {
    InputStream file =
        new ByteArrayInputStream("[PAD]\n[UNK]\n[CLS]\nword\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> new WordPieces(file)).hasMessageContaining("[SEP]");
  }
}
