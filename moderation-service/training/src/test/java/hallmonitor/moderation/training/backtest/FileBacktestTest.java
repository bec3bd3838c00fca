package hallmonitor.moderation.training.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.settings.tool.ToolFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the command with a draft that names "frick" as profanity, on a file of comments. */
class FileBacktestTest {
  private static final Path SHIPPED = Path.of("../../deploy/config");

  @TempDir Path folder;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private Path draft;

  @BeforeEach
  void writeTheDraft() throws Exception {
    draft = folder.resolve("draft.yaml");
    String shipped = Files.readString(SHIPPED.resolve("policy.yaml"));
    Files.writeString(
        draft, shipped.replace("\nclauses:", "\nwords: { profanity: [frick] }\nclauses:"));
  }

  private Result backtest(String comments, String... more) throws Exception {
    List<String> arguments = new java.util.ArrayList<>(List.of("--policy", draft.toString()));
    arguments.addAll(List.of("--config", SHIPPED.toString(), "--stage", "1", "-"));
    arguments.addAll(List.of(more));
    return new Backtest(
            BacktestOptions.parse(arguments, name -> null),
            name -> null,
            new ByteArrayInputStream(comments.getBytes(UTF_8)),
            new PrintStream(errors, true, UTF_8))
        .run();
  }

  @Test
  void thresholdsOfAnOldScaleAreWarnedOf() throws Exception {
    backtest(line(1, "Hello"));
    assertThat(errors.toString(UTF_8)).doesNotContain("warning");
    String shipped = Files.readString(draft);
    Files.writeString(
        draft, shipped.replace("bullying, at-least: 0.6 ", "bullying, at-least: 0.9 "));

    backtest(line(1, "Hello"));

    assertThat(errors.toString(UTF_8))
        .contains("warning: Clause 2.2 finds almost nothing", "an older scale of scores");
  }

  private static String line(int id, String text) {
    return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
  }

  private static String printed(Result result) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Report(result, new PrintStream(out, true, UTF_8)).print();
    return out.toString(UTF_8);
  }

  @Test
  void whatTheDraftChangesIsCountedByAnswerAndClauseWithExamples() throws Exception {
    Result result =
        backtest(line(1, "what the frick") + line(2, "what a shithead") + line(3, "go team go"));
    JsonNode json = JsonReport.of(result);
    assertThat(json.path("comments").asInt()).isEqualTo(3);
    assertThat(json.path("verdicts").path("hide").path("inForce").asInt()).isEqualTo(1);
    assertThat(json.path("verdicts").path("hide").path("draft").asInt()).isEqualTo(2);
    assertThat(json.path("transitions")).hasSize(1);
    JsonNode transition = json.path("transitions").get(0);
    assertThat(transition.path("to").asText()).isEqualTo("hide");
    assertThat(transition.path("examples").get(0).path("id").asText()).isEqualTo("1");
    assertThat(transition.path("examples").get(0).path("draft").get(0).asText()).isEqualTo("1.1");
    assertThat(printed(result))
        .contains("The draft adds to the words under 'profanity': frick")
        .contains("-> hide: 1")
        .contains("\"what the frick\"")
        .containsPattern("1\\.1 Profanity \\((lexicon|rule and model) 0\\.9\\d\\)")
        .containsPattern("1\\.1 +Profanity +1 +2 +\\+1");
  }

  @Test
  void badLinesAreReportedByNumberAndTheRestGoesOn() throws Exception {
    Result result = backtest(line(1, "hello") + "{broken\n{\"id\":\"3\"}\n" + line(4, "hello"));
    assertThat(result.bad()).isEqualTo(2);
    assertThat(result.tally().comments.all()).isEqualTo(2);
    assertThat(errors.toString(UTF_8))
        .contains("line 2: this line is not JSON")
        .contains("line 3: a comment needs an id and a text");
    assertThat(printed(result)).contains("2 bad lines left out");
  }

  @Test
  void aClauseThatFallsHarderOnCriticsIsFlaggedWithExamples() throws Exception {
    StringBuilder comments = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      comments.append(
          line(i, i < 20 ? "fire the frick superintendent" : "the board wastes our money"));
      comments.append(line(100 + i, "thank you, great teachers at this school"));
    }
    Result result = backtest(comments.toString());
    assertThat(result.rates())
        .filteredOn(BacktestNeutrality.Rate::flagged)
        .extracting(BacktestNeutrality.Rate::id)
        .contains("hidden", "1.1");
    BacktestNeutrality.Rate profanity =
        result.rates().stream().filter(rate -> rate.id().equals("1.1")).findFirst().orElseThrow();
    assertThat(profanity.critical()).isEqualTo(20);
    assertThat(profanity.ofCritical()).isEqualTo(40);
    assertThat(profanity.supportive()).isZero();
    assertThat(profanity.ofSupportive()).isEqualTo(40);
    assertThat(printed(result))
        .contains("! 1.1")
        .contains("more often than for supportive ones")
        .contains("fire the frick superintendent");
  }

  @Test
  void aClauseThatHoldsForBothAlikeIsNotFlagged() throws Exception {
    StringBuilder comments = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      comments.append(line(i, "fire the frick superintendent"));
      comments.append(line(100 + i, "thank you, frick yes, great teachers at this school"));
    }
    assertThat(backtest(comments.toString()).rates()).noneMatch(BacktestNeutrality.Rate::flagged);
  }

  @Test
  void examplesAreTheSameInWhateverOrderCommentsCome() throws Exception {
    String a = line(1, "frick a") + line(2, "frick b") + line(3, "frick c") + line(4, "frick d");
    String b = line(4, "frick d") + line(2, "frick b") + line(3, "frick c") + line(1, "frick a");
    JsonNode first = JsonReport.of(backtest(a, "--examples", "2")).path("transitions");
    JsonNode second = JsonReport.of(backtest(b, "--examples", "2")).path("transitions");
    assertThat(first.get(0).path("examples")).hasSize(2);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void anEmptyFileSaysSo() throws Exception {
    assertThat(printed(backtest(""))).contains("There are no comments");
  }

  @Test
  void aDraftWithMistakesIsNamedByItsOwnFileAndNothingIsReplayed() throws Exception {
    Files.writeString(draft, Files.readString(draft).replace("[frick]", "[union]"));
    assertThatThrownBy(() -> backtest(line(1, "hello")))
        .isInstanceOf(ToolFailure.class)
        .hasMessageStartingWith(draft + ":")
        .hasMessageContaining("'union' cannot be named as profanity");
  }

  @Test
  void theOutcomeForProgramsIsJson() throws Exception {
    Path file = folder.resolve("out.json");
    JsonReport.write(backtest(line(1, "frick")), file);
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.path("changed").asInt()).isEqualTo(1);
    assertThat(json.path("draft").path("version").asText()).hasSize(12);
  }
}
