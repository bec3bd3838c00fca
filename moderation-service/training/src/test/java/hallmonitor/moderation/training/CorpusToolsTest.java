package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.budget.MeasuredThreshold;
import hallmonitor.moderation.policy.budget.ThresholdBudgets;
import hallmonitor.settings.tool.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the tools that measure labeled comments, on a folder of four. */
class CorpusToolsTest {
  private static final String ROOT = "hallmonitor.root";

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream terminal = System.out;

  @BeforeEach
  void layTheCorpus() throws IOException {
    System.setProperty(ROOT, "../..");
    System.setOut(new PrintStream(said, true, UTF_8));
    Path file = folder.resolve("corpus/en/rows.csv");
    Files.createDirectories(file.getParent());
    Files.write(
        file,
        List.of(
            "id,split,group,labels,text,author,post,parent",
            "1,dev,ordinary-1,,Great game last night,Dana Reyes,,",
            "2,dev,one,threat,I will kill you after class,Dana Reyes,,",
            "3,dev,two,unsigned,See you on Friday,Guest,,",
            "4,test,three,threat,I will kill you after class,Dana Reyes,,"));
  }

  @AfterEach
  void giveBack() {
    System.clearProperty(ROOT);
    System.setOut(terminal);
  }

  private int run(Object tool, String... arguments) {
    return Tool.run(tool, System.out, System.out, arguments);
  }

  private String corpus() {
    return folder.resolve("corpus").toString();
  }

  @Test
  void evaluateMeasuresTheTestSplit() {
    assertThat(run(new Evaluate(), "--stage", "1", corpus())).as(said.toString(UTF_8)).isZero();

    assertThat(said.toString(UTF_8)).contains("1 of split TEST");
  }

  @Test
  void evaluateSaysWhatEachThresholdCosts_whereAnybodyTypesAnyName() {
    assertThat(
            run(
                new Evaluate(),
                "--split",
                "dev",
                "--stage",
                "1",
                "--names",
                "free",
                "--thresholds",
                "yes",
                corpus()))
        .as(said.toString(UTF_8))
        .isZero();

    assertThat(said.toString(UTF_8))
        .contains("3 of split DEV", "Of 1,000 comments of an ordinary day (en, 1 rows")
        .containsPattern("5\\.3 +Unsigned entries .* 1\\.00");
  }

  @Test
  void evaluateAddsTheTableOfAFileOfHateChecksForm() throws IOException {
    Path cases = folder.resolve("cases.csv");
    Files.write(
        cases,
        List.of(
            "functionality,test_case,label_gold",
            "a greeting,Good morning to all of you,non-hateful"));

    assertThat(run(new Evaluate(), "--stage", "1", "--hatecheck", cases.toString(), corpus()))
        .as(said.toString(UTF_8))
        .isZero();

    assertThat(said.toString(UTF_8)).containsPattern("- a greeting +1\\.00");
  }

  @Test
  void budgetsWritesWhatEachThresholdCostsAndReaches() throws IOException {
    Path table = folder.resolve("budgets.csv");

    assertThat(run(new WriteBudgets(), "--to", table.toString(), corpus()))
        .as(said.toString(UTF_8))
        .isZero();

    assertThat(ThresholdBudgets.read(Files.readString(table)).at(Category.THREAT, "en", 0.5))
        .hasValue(new MeasuredThreshold(0, 1, 1, 1));
  }
}
