package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Features;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.ModelFile;
import hallmonitor.moderation.finding.ModelFile.Learnt;
import hallmonitor.moderation.finding.ScoreTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import opennlp.tools.ml.model.AbstractModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModelTest {
  private static final List<Category> ONE = List.of(Category.SPAM);
  private static List<Trainer.Example> examples;
  private static Learnt learnt;

  @BeforeAll
  static void learn() throws IOException {
    List<Corpus.Row> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean spam = i % 3 == 0;
      String text =
          (spam ? "buy cheap followers now " : "see you at the concert ") + "number " + i % 7;
      rows.add(
          new Corpus.Row(
              "" + i,
              false,
              "g" + i,
              spam ? Set.of(Category.SPAM) : Set.of(),
              "en",
              comment(text)));
    }
    examples = rows.stream().map(Trainer.Example::of).toList();
    learnt = Trainer.learn(Category.SPAM, examples);
  }

  private static Comment comment(String text) {
    return Comment.of(text, "Dana", "", Optional.empty(), "school");
  }

  @Test
  void theTableScoresAsOpenNlpItselfDoes() {
    AbstractModel model = learnt.model();
    ScoreTable table = ScoreTable.of(ONE, List.of(model), List.of(learnt.calibration()));
    for (Trainer.Example example : examples) {
      double theirs = model.eval(example.names(), example.values())[model.getIndex(ScoreTable.YES)];
      double ours = 1 / (1 + Math.exp(-table.raw(example.features())[0]));
      assertThat(ours).isCloseTo(theirs, within(1e-5));
    }
  }

  @Test
  void aModelReadsBackAsItWasWritten() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(bytes, Map.of(Category.SPAM, learnt));
    Map<Category, Learnt> back = ModelFile.read(new ByteArrayInputStream(bytes.toByteArray()));
    Features features = Features.of("buy cheap followers");
    assertThat(ModelFile.table(back).raw(features)[0])
        .isEqualTo(ModelFile.table(Map.of(Category.SPAM, learnt)).raw(features)[0]);
    assertThat(back.get(Category.SPAM).calibration()).isEqualTo(learnt.calibration());
  }

  @Test
  void theSameCorpusGivesTheSameModel() throws IOException {
    Features features = Features.of("buy cheap tickets for the concert");
    Learnt again = Trainer.learn(Category.SPAM, examples);
    assertThat(ModelFile.table(Map.of(Category.SPAM, again)).raw(features))
        .isEqualTo(ModelFile.table(Map.of(Category.SPAM, learnt)).raw(features));
  }

  @Test
  void theWordsThatWeighedMostAreTheSpansAndNoScoreIsCertain() {
    ModelDetector detector = new ModelDetector(ModelFile.table(Map.of(Category.SPAM, learnt)));
    String text = "hello, buy cheap followers now";
    Finding finding = detector.detect(comment(text)).get(0);
    assertThat(finding.score()).isBetween(0.15, ModelDetector.SUREST);
    assertThat(finding.spans())
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.of(text)).isNotEqualTo("hello"));
  }
}
