package hallmonitor.moderation.pipeline.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.pipeline.opinion.NoOpinion.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderAnswerTest {
  @Test
  void anAnswerInTheRightFormIsRead() throws Exception {
    ReaderAnswer answer = read(ChatServer.opinion("threat", true, 0.85, "It names a weapon."));

    assertThat(answer).isEqualTo(new ReaderAnswer(true, 0.85, "It names a weapon."));
  }

  @Test
  void whiteSpaceAroundTheObjectAndWholeNumbersDoNotMatter() throws Exception {
    ReaderAnswer answer =
        read(
            "\n {\"reason\":\"A joke.\",\"confidence\":1,\"violates\":false,\"category\":\"threat\"} ");

    assertThat(answer).isEqualTo(new ReaderAnswer(false, 1, "A joke."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I think that it is a threat.",
        "null",
        "[]",
        "{}",
        "Here it is: {\"category\":\"threat\",\"violates\":true,\"confidence\":1,\"reason\":\"x\"}",
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":1,\"reason\":\"x\"} I hope it helps",
        "```json\n{\"category\":\"threat\",\"violates\":true,\"confidence\":1,\"reason\":\"x\"}\n```",
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":1,\"reason\":\"x\"}{}",
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":1}",
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":1,\"reason\":\"x\",\"hide\":true}",
        "{\"category\":\"threat\",\"violates\":true,\"violates\":false,\"confidence\":1,\"reason\":\"x\"}",
        "{\"category\":\"hate\",\"violates\":true,\"confidence\":1,\"reason\":\"x\"}",
        "{\"category\":null,\"violates\":true,\"confidence\":1,\"reason\":\"x\"}",
        "{\"category\":\"threat\",\"violates\":\"true\",\"confidence\":1,\"reason\":\"x\"}",
        "{\"category\":\"threat\",\"violates\":1,\"confidence\":1,\"reason\":\"x\"}",
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":\"high\",\"reason\":\"x\"}",
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":1.01,\"reason\":\"x\"}",
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":-0.1,\"reason\":\"x\"}",
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":NaN,\"reason\":\"x\"}",
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":1e999,\"reason\":\"x\"}",
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":1,\"reason\":\"\"}",
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":1,\"reason\":\" \\u0000\\u202e \"}",
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":1,\"reason\":[\"x\"]}",
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":1,\"reason\":\"x\"",
        "{'category':'threat','violates':true,'confidence':1,'reason':'x'}"
      })
  void anythingElseIsNoOpinion(String content) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(NoOpinion.class, e -> assertThat(e.why()).isEqualTo(Why.FORM));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "{}",
        "{\"choices\": []}",
        "{\"choices\": [{\"message\": {\"content\": null}}]}",
        "{\"choices\": [{\"message\": {\"content\": [{\"type\": \"text\"}]}}]}",
        "{\"choices\": [{\"message\": {}}, {\"message\": {}}]}",
        "{\"choices\": {\"message\": {\"content\": \"{}\"}}}",
        "data: {\"choices\": []}"
      })
  void aBodyThatIsNoCompletionIsNoOpinion(String body) {
    assertThatThrownBy(() -> ReaderAnswer.read(body.getBytes(UTF_8), Category.THREAT))
        .isInstanceOf(NoOpinion.class);
  }

  @Test
  void anAnswerThatWasCutOffIsNoOpinionEvenIfItIsWhole() {
    String body =
        ChatServer.completion(ChatServer.opinion("threat", true, 1, "x"))
            .replace("\"finish_reason\":\"stop\"", "\"finish_reason\":\"length\"");

    assertThatThrownBy(() -> ReaderAnswer.read(body.getBytes(UTF_8), Category.THREAT))
        .isInstanceOf(NoOpinion.class)
        .hasMessageContaining("cut off");
  }

  @Test
  void deeplyNestedJsonIsNoOpinion() {
    assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(NoOpinion.class);
  }

  @Test
  void aReasonIsKeptOnOneLineShortAndWithoutCharactersThatDisturbAPage() throws Exception {
    assertThat(read(ChatServer.opinion("threat", true, 1, "a\nb\u0000\u202ec\td")).reason())
        .isEqualTo("a b c d");
    String halfPair =
        "{\"category\":\"threat\",\"violates\":true,\"confidence\":1,\"reason\":\"a\\ud800b\"}";
    assertThat(read(halfPair).reason()).isEqualTo("a b");
    String longOne = "😀".repeat(500);
    assertThat(read(ChatServer.opinion("threat", true, 1, longOne)).reason())
        .isEqualTo("😀".repeat(ReaderAnswer.LONGEST_REASON) + "…");
  }

  private static ReaderAnswer read(String content) throws NoOpinion {
    return ReaderAnswer.read(ChatServer.completion(content).getBytes(UTF_8), Category.THREAT);
  }
}
