package hallmonitor.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The texts to people with hidden comments. */
class ReplyTextsTest {
  private static final Map<String, String> VALUES =
      Map.of("clause", "2.1", "wording", "No {clause} here.", "appeal", "ABCD");

  @Test
  void everyPlaceholderIsFilled() {
    assertThat(ReplyTexts.fill("Clause {clause}: {wording} Say {appeal}.", VALUES))
        .isEqualTo("Clause 2.1: No {clause} here. Say ABCD.");
    assertThat(ReplyTexts.fill("{clause}", VALUES)).isEqualTo("2.1");
  }

  @Test
  void aValueIsNeverTakenForAPlaceholder() {
    assertThat(ReplyTexts.fill("{wording}{clause}", VALUES)).isEqualTo("No {clause} here.2.1");
  }

  @Test
  void bracesThatNameNothingStay() {
    assertThat(ReplyTexts.fill("a {b} c {clause} {", VALUES)).isEqualTo("a {b} c 2.1 {");
    assertThat(ReplyTexts.fill("{{clause}}", VALUES)).isEqualTo("{2.1}");
    assertThat(ReplyTexts.fill("nothing", VALUES)).isEqualTo("nothing");
    assertThat(ReplyTexts.fill("", VALUES)).isEmpty();
    assertThat(ReplyTexts.fill("{}", VALUES)).isEqualTo("{}");
  }

  @Test
  void aPersonIsSentToTheFormOrGivenTheReference() {
    assertThat(appeals(Optional.of("https://x.example/appeal")).howTo("ABCD"))
        .isEqualTo("https://x.example/appeal?ref=ABCD");
    assertThat(appeals(Optional.empty()).howTo("ABCD")).isEqualTo("ABCD");
  }

  @Test
  void aTemplateIsFoundByItsId() {
    ReplyTexts.Template hidden = new ReplyTexts.Template("hidden", "Hidden", Map.of("en", "x"));
    ReplyTexts.Template other = new ReplyTexts.Template("other", "Other", Map.of("en", "y"));
    ReplyTexts.Answers answers =
        new ReplyTexts.Answers(true, false, Set.of(), List.of(other, hidden));

    assertThat(answers.template("hidden")).contains(hidden);
    assertThat(answers.template("none")).isEmpty();
  }

  @Test
  void withoutAFileThereAreNoTemplatesAndNoBlocks() {
    assertThat(ReplyTexts.NONE.blocking()).isFalse();
    assertThat(ReplyTexts.NONE.answers().templates()).isEmpty();
    assertThat(ReplyTexts.NONE.answers().byModerators()).isFalse();
    assertThat(ReplyTexts.NONE.appeals().answerWithin()).isEqualTo(10);
  }

  private static ReplyTexts.Appeals appeals(Optional<String> address) {
    return new ReplyTexts.Appeals(10, new HashSet<>(Set.of()), address);
  }
}
