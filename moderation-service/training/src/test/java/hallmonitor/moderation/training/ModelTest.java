package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Features;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.ModelFile;
import hallmonitor.moderation.finding.ModelFile.Learned;
import hallmonitor.moderation.finding.ScoreTable;
import hallmonitor.moderation.finding.ScoreTable.Calibration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import opennlp.tools.ml.model.AbstractModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTest {
  private static final List<Category> ONE = List.of(Category.SPAM);
  private static List<Trainer.Example> examples;
  private static Learned learned;

  @BeforeAll
  static void learn() throws IOException {
    List<Corpus.Row> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean spam = i % 3 == 0;
      String text =
          (spam ? "buy cheap followers now " : "see you at the concert ") + "number " + i % 7;
      Split split = i % 5 == 4 ? Split.DEV : Split.TRAIN;
      rows.add(
          spam
              ? RowFixtures.own("" + i, split, text, Category.SPAM)
              : RowFixtures.own("" + i, split, text));
    }
    examples = rows.stream().map(Trainer.Example::of).toList();
    learned = learn(examples);
  }

  private static Learned learn(List<Trainer.Example> from) throws IOException {
    List<Trainer.Example> train = of(from, Split.TRAIN);
    return Trainer.learn(Category.SPAM, Trainer.learnHarm(train), train, of(from, Split.DEV));
  }

  private static List<Trainer.Example> of(List<Trainer.Example> from, Split split) {
    return from.stream().filter(e -> e.row().split() == split).toList();
  }

  @Test
  void theTableScoresAsOpenNlpItselfDoes() {
    AbstractModel model = learned.model();
    ScoreTable table = ScoreTable.of(ONE, List.of(model), List.of(learned.calibration()));
    for (Trainer.Example example : examples) {
      double theirs = model.eval(example.names(), example.values())[model.getIndex(ScoreTable.YES)];
      double ours = 1 / (1 + Math.exp(-table.raw(example.features())[0]));
      assertThat(ours).isCloseTo(theirs, within(1e-5));
    }
  }

  private static ModelFile.Models models(Learned spam) {
    return ModelFile.Models.of(Map.of(Category.SPAM, spam));
  }

  @Test
  void theShippedTableScoresAsOpenNlpItselfDoes() throws IOException {
    ModelFile.Models shipped;
    try (InputStream in = getClass().getResourceAsStream(ModelFile.RESOURCE)) {
      shipped = ModelFile.read(in);
    }
    ScoreTable table = ModelFile.table(shipped);
    for (String text : List.of("i will hurt you", "see you at the game", "eres una basura")) {
      Trainer.Example example = Trainer.Example.of(RowFixtures.own("1", Split.TEST, text));
      double[] raw = table.raw(example.features());
      for (int label = 0; label < raw.length; label++) {
        AbstractModel model =
            label < table.categories().size()
                ? shipped.categories().get(table.categories().get(label)).model()
                : shipped.harm().orElseThrow();
        double theirs =
            model.eval(example.names(), example.values())[model.getIndex(ScoreTable.YES)];
        assertThat(1 / (1 + Math.exp(-raw[label]))).isCloseTo(theirs, within(1e-4));
      }
    }
  }

  @Test
  void aCategoryIsNotLearnedFromRowsThatDoNotKnowIt() throws IOException {
    List<Trainer.Example> more = new ArrayList<>(examples);
    more.add(Trainer.Example.of(RowFixtures.harmlessOf("set", "buy cheap followers now")));
    Features features = Features.of("buy cheap followers now");
    assertThat(ModelFile.table(models(learn(more))).raw(features))
        .isEqualTo(ModelFile.table(models(learned)).raw(features));
  }

  @Test
  void aModelReadsBackAsItWasWritten() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(bytes, withHarm(learned));
    ModelFile.Models back = ModelFile.read(new ByteArrayInputStream(bytes.toByteArray()));
    Features features = Features.of("buy cheap followers");
    assertThat(ModelFile.table(back).raw(features)[0])
        .isEqualTo(ModelFile.table(models(learned)).raw(features)[0]);
    assertThat(back.categories().get(Category.SPAM).calibration()).isEqualTo(learned.calibration());
  }

  private static ModelFile.Models withHarm(Learned spam) throws IOException {
    return new ModelFile.Models(
        Map.of(Category.SPAM, spam), Optional.of(Trainer.learnHarm(of(examples, Split.TRAIN))));
  }

  @Test
  void aFileWhoseCalibrationNeedsTheModelOfHarmIsRefusedWithoutIt() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(bytes, models(new Learned(learned.model(), new Calibration(1, 0.5, 0, 0))));
    assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(bytes.toByteArray())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("needs harm.bin");
  }

  @ParameterizedTest
  @CsvSource({
    "spam 1 0 0, category slope harm rule shift",
    "spam 1 0 0 NaN, is no number",
    "spam 1 0 0 many, is no number"
  })
  void aCalibrationThatIsNoneIsNamed(String line, String mistake) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("calibration.txt"));
      zip.write(line.getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(bytes.toByteArray())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(mistake);
  }

  @Test
  void theSameCorpusGivesTheSameModel() throws IOException {
    Features features = Features.of("buy cheap tickets for the concert");
    Learned again = learn(examples);
    assertThat(ModelFile.table(models(again)).raw(features))
        .isEqualTo(ModelFile.table(models(learned)).raw(features));
  }

  @Test
  void theWordsThatWeighedMostAreTheSpansAndNoScoreIsCertain() {
    Learned uncalibrated = new Learned(learned.model(), new Calibration(1, 0, 0, 0));
    ModelDetector detector = new ModelDetector(ModelFile.table(models(uncalibrated)));
    String text = "hello, buy cheap followers now";
    Finding finding = detector.detect(RowFixtures.comment(text)).get(0);
    assertThat(finding.score()).isBetween(0.15, ModelDetector.SUREST);
    assertThat(finding.spans())
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.of(text)).isNotEqualTo("hello"));
  }
}
