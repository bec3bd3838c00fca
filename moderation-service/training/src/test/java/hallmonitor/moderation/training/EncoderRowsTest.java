package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.encoder.WordPieces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class EncoderRowsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private JsonNode line(Corpus.Row row) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/model/multilingual/vocabulary.txt")) {
      EncoderRows tokens = new EncoderRows(new WordPieces(in), false, out);
      tokens.write(row);
      tokens.flush();
    }
    return new ObjectMapper().readTree(out.toString(UTF_8));
  }

  @Test
  void aRowOfTheCorpusKnowsAllSchoolLabelsAndThoseOfPublicSetsThatFollow() throws IOException {
    JsonNode line = line(RowFixtures.own("1", Split.DEV, "hello", Category.THREAT));

    assertThat(line.path("ids").toString()).isEqualTo("[2,8290,3]");
    assertThat(line.path("split").asText()).isEqualTo("dev");
    JsonNode targets = line.path("targets");
    assertThat(targets.path("school-threat").asInt()).isEqualTo(1);
    assertThat(targets.path("school-hate").asInt(9)).isZero();
    assertThat(targets.path("toxic").asInt()).isEqualTo(1);
    assertThat(targets.has("insult")).as("a threat may insult too").isFalse();
  }

  @Test
  void harshCriticismIsNoBullyingAndMayBeAnInsultElsewhere() throws IOException {
    JsonNode targets =
        line(RowFixtures.own("en-criticism-1", Split.TRAIN, "you clowns")).path("targets");

    assertThat(targets.path("school-bullying").asInt(9)).isZero();
    assertThat(targets.has("insult")).isFalse();
    assertThat(targets.has("toxic")).isFalse();
  }

  @Test
  void aPublicRowSaysOnlyWhatItKnows() throws IOException {
    JsonNode targets = line(RowFixtures.harmlessOf("edos", "hello", Category.HATE)).path("targets");

    assertThat(targets.path("identity").asInt(9)).isZero();
    assertThat(targets.has("school-hate")).isFalse();
    assertThat(targets.has("school-self-harm")).isFalse();
  }
}
