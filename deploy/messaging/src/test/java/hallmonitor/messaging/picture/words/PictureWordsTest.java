package hallmonitor.messaging.picture.words;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.messaging.picture.words.WordLine.Word;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is taken from what Tesseract says. */
class PictureWordsTest {
  private static final String HEAD =
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf"
          + "\ttext\n";

  private static WordLine line(int top, double confidence, String... words) {
    return new WordLine(
        IntStream.range(0, words.length)
            .mapToObj(i -> new Word(words[i], confidence, i * 100, top, 90, 40))
            .toList());
  }

  private static String text(WordLine... lines) {
    return PictureWords.text(List.of(lines), 60, 75);
  }

  @Test
  void linesStandInTheOrderInWhichTheyAreRead() {
    assertThat(text(line(500, 90, "the", "cafeteria"), line(10, 90, "Tomorrow", "in")))
        .isEqualTo("Tomorrow in\nthe cafeteria");
  }

  @Test
  void wordsThatAreNotSureDoNotCount() {
    assertThat(
            text(
                new WordLine(
                    List.of(
                        new Word("Book", 90, 0, 0, 90, 40),
                        new Word("gun", 59, 100, 0, 90, 40),
                        new Word("Fair", 60, 200, 0, 90, 40)))))
        .isEqualTo("Book Fair");
  }

  @Test
  void theGrainOfAPhotographIsNoText() {
    assertThat(text(line(0, 95, "a", "ES", "|", "="), line(50, 70, "Eng"), line(90, 80, "Go!")))
        .isEmpty();
    assertThat(text(line(90, 80, "Now!"))).isEqualTo("Now!");
  }

  @Test
  void aStrokeByItselfIsTheLetterThatLooksLikeOne() {
    assertThat(text(line(0, 90, "|", "will"))).isEqualTo("I will");
  }

  @Test
  void whatWasReadTwiceAtOnePlaceCountsOnceAsItWasReadBest() {
    assertThat(text(line(100, 76, "burn", "it"), line(104, 95, "burn", "it", "down")))
        .isEqualTo("burn it down");
  }

  @Test
  void wordsAreReadFromTheProgramsTable() {
    String table =
        HEAD
            + "1\t1\t0\t0\t0\t0\t0\t0\t900\t800\t-1\t\n"
            + "4\t1\t1\t1\t1\t0\t5\t6\t70\t8\t-1\t\n"
            + "5\t1\t1\t1\t1\t1\t5\t6\t70\t8\t96.5\tVoy\n"
            + "5\t1\t1\t1\t1\t2\t80\t6\t70\t8\t91\tmañana\n"
            + "5\t1\t2\t1\t1\t1\t5\t60\t70\t8\t40\t \n"
            + "5\t1\t2\t1\n";

    assertThat(WordTable.read(table))
        .containsExactly(
            new WordLine(
                List.of(new Word("Voy", 96.5, 5, 6, 70, 8), new Word("mañana", 91, 80, 6, 70, 8))));
    assertThat(WordTable.read("")).isEmpty();
  }
}
