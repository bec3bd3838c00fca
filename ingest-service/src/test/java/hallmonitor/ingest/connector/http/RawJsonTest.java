package hallmonitor.ingest.connector.http;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawJsonTest {
  private static final String FIRST =
      "{ \"id\" : 1,\"link\":\"https:\\/\\/a.example\\/\",  \"t\":\"caf\\u00e9"
          + " \\ud83c\\udfc8\",\"n\":1.50}";
  private static final String SECOND = "{\"t\":\"ñ 中 🏈 }]\",\"id\":2,\n\"in\":{\"a\":[{}]}}";

  @Test
  void eachCommentOfAListKeepsItsOwnBytes() throws IOException {
    List<RawJson> all = RawJson.in((" [" + FIRST + " ,\n " + SECOND + "]").getBytes(UTF_8));

    assertThat(all).extracting(RawJson::raw).containsExactly(FIRST, SECOND);
    assertThat(all.get(0).json().path("t").asText()).isEqualTo("café 🏈");
    assertThat(all.get(1).json().path("id").asInt()).isEqualTo(2);
  }

  @Test
  void aSingleCommentKeepsItsOwnBytesEvenBehindAByteOrderMark() throws IOException {
    assertThat(RawJson.in(("\uFEFF\n" + SECOND + "\n").getBytes(UTF_8)))
        .extracting(RawJson::raw)
        .containsExactly(SECOND);
  }

  @Test
  void whatIsNoListOfCommentsInUtf8IsRefused() {
    for (byte[] answer :
        List.of(
            "[1]".getBytes(UTF_8),
            ("[" + FIRST).getBytes(UTF_8),
            "true".getBytes(UTF_8),
            ("[" + SECOND + "]").getBytes(UTF_16))) {
      assertThatThrownBy(() -> RawJson.in(answer)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aFieldOfAnObjectIsCutOutAndTheRestKeepsItsOwnBytes() throws IOException {
    for (String[] example :
        new String[][] {
          {"{\"m\": { \"e\":\"a@b\" , \"n\":1},\"e\":2}", "{\"m\": {  \"n\":1},\"e\":2}"},
          {
            "{\"x\":[{}],\"m\":{\"n\":1.50, \"e\" : \"\\u00e9\"} }",
            "{\"x\":[{}],\"m\":{\"n\":1.50} }"
          },
          {"{\"m\":{\"e\":null}}", "{\"m\":{}}"},
          {"{\"m\":{\"e\":{\"a\":[1]},\"n\":\"ñ\"}}", "{\"m\":{\"n\":\"ñ\"}}"},
          {"{\"m\":null,\"e\":1}", "{\"m\":null,\"e\":1}"},
        }) {
      RawJson cut = RawJson.in(example[0].getBytes(UTF_8)).get(0).without("m", "e");

      assertThat(cut.raw()).isEqualTo(example[1]);
      assertThat(cut.json()).isEqualTo(RawJson.in(example[1].getBytes(UTF_8)).get(0).json());
    }
  }
}
