package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.finding.encoder.WordPieces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Tokens tokens() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/model/encoder/vocabulary.txt")) {
      return new Tokens(new WordPieces(in), out);
    }
  }

  private List<JsonNode> lines() throws IOException {
    ObjectMapper json = new ObjectMapper();
    return json.readerFor(JsonNode.class).<JsonNode>readValues(out.toByteArray()).readAll();
  }

  @Test
  void aRowOfTheCorpusIsALineWithItsPiecesAndCategories() throws IOException {
    Path spanish = Files.createDirectory(folder.resolve("es"));
    Files.writeString(
        spanish.resolve("a.csv"),
        "id,split,group,labels,text,author,post,parent\n1,test,g,threat hate,hello,Dana,,world\n");

    tokens().ofCorpus(Corpus.read(folder));

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "{\"ids\":[101,7592,102,2088,102],\"id\":\"1\",\"split\":\"test\",\"group\":\"g\",\"lang\":\"es\",\"labels\":[\"threat\",\"hate\"]}\n");
  }

  @Test
  void aRowOfAPublicFileHasItsLabelsAsNumbersAndABadLineIsLeftOut() throws IOException {
    Path file = folder.resolve("public.tsv");
    Files.writeString(file, "1,0,,1\thello world\nno tab\n,,,\thello\n");

    tokens().ofPublic(file);

    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0).path("labels").toString()).isEqualTo("[1,0,null,1]");
    assertThat(lines().get(1).path("id").asText()).isEqualTo("public.tsv:3");
  }
}
