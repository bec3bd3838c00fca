package hallmonitor.moderation.console.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.fuzz.Stranger;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The media-release list as an office pastes or uploads it. */
class PastedStudentsFuzzTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  static Stream<Arguments> seeds() {
    return Stranger.seeds("students.csv", "students-semicolons.csv");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void eachLineIsAStudentOrAMistake(byte[] input) throws Exception {
    String text = new String(input, UTF_8);
    Stranger.meets(
        () -> {
          PastedStudents read = PastedStudents.read(text, TODAY);
          long written =
              text.replace("\uFEFF", "")
                  .lines()
                  .filter(line -> !line.isBlank() && !line.startsWith("#"))
                  .count();
          assertThat(read.rows().size() + read.mistakes().size())
              .as("lines with an outcome; a header has none")
              .isGreaterThanOrEqualTo((int) Math.max(1, written - 1));
        });
  }
}
