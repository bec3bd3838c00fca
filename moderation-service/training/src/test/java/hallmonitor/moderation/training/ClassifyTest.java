package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifyTest {
  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

  private List<JsonNode> classify(String input) throws IOException {
    TwoStageJudge judge =
        new TwoStageJudge(
            PolicyFile.read(Files.readString(Path.of("../../deploy/config/policy.yaml"))),
            StandardDetectors.model(),
            Optional.empty());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Classify(judge, out, new PrintStream(progress, true, UTF_8))
        .run(new ByteArrayInputStream(input.getBytes(UTF_8)));
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.toString(UTF_8).split("\n")) {
      answers.add(new ObjectMapper().readTree(line));
    }
    return answers;
  }

  @Test
  void everyVerdictHasAScoreForEveryCategoryAndSpansOfTheOriginal() throws IOException {
    JsonNode answer = classify("{\"id\":\"1\",\"text\":\"what the f.u.c.k\"}").get(0);
    assertThat(answer.path("verdict").asText()).isEqualTo("hide");
    assertThat(answer.path("clauses").get(0).asText()).isEqualTo("1.1");
    assertThat(answer.path("scores")).hasSize(Category.judged().size());
    JsonNode span = answer.path("findings").get(0).path("spans").get(0);
    assertThat(span.get(0).asInt()).isEqualTo(9);
    assertThat(span.get(1).asInt()).isEqualTo(16);
  }

  @Test
  void aBadLineIsAnsweredWithItsNumberAndTheRestGoesOn() throws IOException {
    List<JsonNode> answers =
        classify(
            "{\"id\":\"1\",\"text\":\"hello there\"}\n{broken\n{\"id\":\"3\"}\n{\"id\":\"4\",\"text\":\"see you at the concert\"}\n");
    assertThat(answers).hasSize(4);
    assertThat(answers.get(1).path("line").asInt()).isEqualTo(2);
    assertThat(answers.get(2).path("error").asText()).contains("id and a text");
    assertThat(answers.get(3).path("verdict").asText()).isEqualTo("allow");
    assertThat(progress.toString(UTF_8)).contains("2 bad lines").contains("comments/s");
  }

  private String verdict(String author, String names) throws IOException {
    String line =
        "{\"id\":\"1\",\"text\":\"See you at the concert\",\"author\":\"%s\"%s}"
            .formatted(author, names.isEmpty() ? "" : ",\"names\":\"" + names + "\"");
    return classify(line).get(0).path("verdict").asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Anonymous", "Guest", "4711"})
  void anEntryOfNobodyIsHiddenUnlessThePlatformKnowsItsMembers(String author) throws IOException {
    assertThat(verdict(author, "")).isEqualTo("hide");
    assertThat(verdict(author, "free")).isEqualTo("hide");
    assertThat(verdict(author, "handles")).isEqualTo("allow");
    assertThat(verdict(author, "shown")).isEqualTo("allow");
  }

  @Test
  void aHandleIsPutBeforeAPersonUnlessThePlatformKnowsItsMembers() throws IOException {
    assertThat(verdict("lamp_post_07", "")).isEqualTo("review");
    assertThat(verdict("lamp_post_07", "handles")).isEqualTo("allow");
    assertThat(verdict("lamp_post_07", "shown")).isEqualTo("allow");
    assertThat(verdict("Dana Reyes", "free")).isEqualTo("allow");
  }

  @Test
  void onlyALineThatSaysThatNamesAreFreeSaysThatNobodyIsNamed() throws IOException {
    assertThat(verdict("", "free")).isEqualTo("hide");
    assertThat(verdict("", "")).isEqualTo("allow");
  }

  @Test
  void otherWordsForNamesAreAnErrorWithItsLine() throws IOException {
    List<JsonNode> answers =
        classify(
            "{\"id\":\"1\",\"text\":\"hello there\"}\n"
                + "{\"id\":\"2\",\"text\":\"hello there\",\"names\":\"real\"}\n"
                + "{\"id\":\"3\",\"text\":\"hello there\",\"names\":7}\n");
    assertThat(answers.get(1).path("line").asInt()).isEqualTo(2);
    assertThat(answers.get(1).path("error").asText())
        .isEqualTo("names is shown, handles or free, not 'real'");
    assertThat(answers.get(2).path("error").asText()).contains("not '7'");
    assertThat(progress.toString(UTF_8)).contains("line 2: names is").contains("2 bad lines");
  }

  @Test
  void csvSaysWhatNamesAreInAColumn() throws IOException {
    assertThat(
            classify(
                "id,text,author,names\n1,See you there,Guest,\n2,See you there,Guest,shown\n"
                    + "3,See you there,Guest,none\n"))
        .extracting(a -> a.path("verdict").asText("error"))
        .containsExactly("hide", "allow", "error");
  }

  @Test
  void csvWithTheSameColumnsIsReadToo() throws IOException {
    List<JsonNode> answers =
        classify(
            "id,text,author\n1,\"see you at the concert, all\",Dana\n2,\"closed. Sincerely, Principal Hart\",jay\n");
    assertThat(answers)
        .extracting(a -> a.path("verdict").asText())
        .containsExactly("allow", "hide");
  }
}
