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
