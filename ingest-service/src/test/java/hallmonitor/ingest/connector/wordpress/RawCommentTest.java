package hallmonitor.ingest.connector.wordpress;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawCommentTest {
  private static final String FIRST =
      "{ \"id\" : 1,\"link\":\"https:\\/\\/a.example\\/\",  \"t\":\"caf\\u00e9 \\ud83c\\udfc8\",\"n\":1.50}";
  private static final String SECOND = "{\"t\":\"ñ 中 🏈 }]\",\"id\":2,\n\"in\":{\"a\":[{}]}}";

  @Test
  void eachCommentOfAListKeepsItsOwnBytes() throws IOException {
    List<RawComment> all = RawComment.in((" [" + FIRST + " ,\n " + SECOND + "]").getBytes(UTF_8));

    assertThat(all).extracting(RawComment::raw).containsExactly(FIRST, SECOND);
    assertThat(all.get(0).json().path("t").asText()).isEqualTo("café 🏈");
    assertThat(all.get(1).json().path("id").asInt()).isEqualTo(2);
  }

  @Test
  void aSingleCommentKeepsItsOwnBytesEvenBehindAByteOrderMark() throws IOException {
    assertThat(RawComment.in(("\uFEFF\n" + SECOND + "\n").getBytes(UTF_8)))
        .extracting(RawComment::raw)
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
      assertThatThrownBy(() -> RawComment.in(answer)).isInstanceOf(IOException.class);
    }
  }
}
