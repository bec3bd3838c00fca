package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.file.RuleFile;
import hallmonitor.moderation.finding.signature.SignatureDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignatureTrainingTest {
  private final List<Corpus.Row> rows = train();

  @Test
  void theShippedWeightsAreOfFeaturesThatTheDetectorSees() {
    SignatureDetector detector = new SignatureDetector(LocalNames.NONE);
    Set<String> seen = new HashSet<>(Set.of("constant", "employee"));
    rows.forEach(row -> detector.features(row.comment()).forEach(seen::addAll));
    assertThat(RuleFile.lines("/model/signature.txt"))
        .hasSizeGreaterThan(100)
        .allSatisfy(line -> assertThat(seen).contains(line.text().split(" ")[0]));
  }

  @Test
  void theSameRowsGiveTheSameFile() {
    String learnt = SignatureTraining.learn(rows);
    assertThat(learnt).isEqualTo(SignatureTraining.learn(rows));
    assertThat(Arrays.stream(learnt.split("\n")).filter(line -> !line.startsWith("#")))
        .allMatch(line -> line.matches("[a-z+-]+ -?[0-9]+\\.[0-9]{4}"));
  }

  private static List<Corpus.Row> train() {
    try {
      return Corpus.read(Path.of("corpus")).of(Split.TRAIN).stream()
          .filter(row -> !row.comment().author().isBlank())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
