package hallmonitor.bench.judging;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.bench.judging.LabeledFiles.Labeled;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {
  private static final Path ROOT = Path.of("../..");

  private static Set<Posted> rows(String folder, boolean harmful) {
    return Stream.of("en", "es")
        .flatMap(language -> LabeledFiles.in(ROOT.resolve(folder).resolve(language)).stream())
        .filter(row -> row.isHarmful() == harmful)
        .filter(row -> row.split().equals("test"))
        .map(Labeled::posted)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({"ORDINARY, 100", "MIXED, 20"})
  void oneInSoManyIsHarmful(Sample sample, int every) {
    List<Posted> stream = sample.read(ROOT);
    Set<Posted> harmful = rows("moderation-service/training/corpus", true);

    assertThat(stream).hasSizeGreaterThan(2_400);
    for (int i = 0; i < stream.size(); i++) {
      assertThat(harmful.contains(stream.get(i)))
          .as("place %d", i)
          .isEqualTo(i % every == every - 1);
    }
  }

  @Test
  void theOrdinaryStreamHasAllCommentsOfTheOrdinaryDayAsTheyWereGiven() {
    Set<Posted> ordinary = rows("moderation-service/training/exam/ordinary", false);

    // A failure shows no list, because no one should read the exam.
    assertThat(new HashSet<>(Sample.ORDINARY.read(ROOT)).containsAll(ordinary)).isTrue();
    assertThat(ordinary.stream().filter(p -> !p.post().isEmpty()).count()).isGreaterThan(1_000);
    assertThat(ordinary.stream().filter(p -> !p.author().isEmpty()).count()).isGreaterThan(100);
  }

  @Test
  void eachPartOfTheOrdinaryStreamHasBothLanguages() {
    assertThat(Sample.merged(List.of(1, 2, 3, 4), List.of(-1, -2)))
        .containsExactly(1, 2, -1, 3, 4, -2);
  }

  @Test
  void theHardStreamHasAnAuthorAndSixtyToAHundredCharactersInEachComment() {
    assertThat(Sample.HARD.read(ROOT))
        .hasSize(4_000)
        .allMatch(p -> p.text().length() >= 60 && p.text().length() <= 100)
        .allMatch(p -> !p.author().isEmpty());
  }

  @Test
  void theStreamsAreTheSameInEveryRun() {
    for (Sample stream : Sample.values()) {
      assertThat(stream.read(ROOT).equals(stream.read(ROOT))).as(stream.words()).isTrue();
    }
  }
}
