package hallmonitor.moderation.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.moderation.policy.ReplyTexts;
import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepliesFileTest {
  private static List<String> problems(String text) {
    return catchThrowableOfType(InvalidFileException.class, () -> RepliesFile.read(text))
        .problems()
        .stream()
        .map(FileProblem::toString)
        .toList();
  }

  @Test
  void theShippedFileIsRightAndBlocksNobody() throws IOException {
    ReplyTexts shipped =
        RepliesFile.read(Files.readString(Path.of("../../deploy/config/replies.yaml")));

    assertThat(shipped.blocking()).isFalse();
    assertThat(shipped.answers().byModerators()).isFalse();
    assertThat(shipped.appeals().answerWithin()).isEqualTo(10);
    assertThat(shipped.answers().templates())
        .isNotEmpty()
        .allSatisfy(t -> assertThat(t.texts()).containsOnlyKeys("en", "es"));
    assertThat(shipped.blocks().notice()).containsOnlyKeys("en", "es");
  }

  @Test
  void whichViolationsCountIsSaidInDaysAndClauses() {
    ReplyTexts.Blocks blocks =
        RepliesFile.read("blocks: { strike-days: 30, clauses: [\"2.1\", \"3.10\"] }").blocks();
    assertThat(blocks.strikeDays()).isEqualTo(30);
    assertThat(blocks.clauses()).containsExactlyInAnyOrder("2.1", "3.10");
    assertThat(ReplyTexts.NONE.blocks().strikeDays()).isEqualTo(365);

    assertThat(problems("blocks: { strike-days: 3, clauses: [bullying] }"))
        .hasSize(2)
        .anySatisfy(p -> assertThat(p).contains("from 7 to 1096"))
        .anySatisfy(p -> assertThat(p).contains("'bullying' is not the number of a clause"));
  }

  @Test
  void withoutAFileNobodyIsBlockedAndNothingIsReplied() {
    assertThat(RepliesFile.read("")).isEqualTo(ReplyTexts.NONE);
  }

  @Test
  void everyMistakeIsNamedWithLineAndColumn() {
    String wrong =
        """
        appeals: { answer-within: 0, closed: [Christmas], address: comments.example.org }
        blocking: maybe
        blocks: { least-strikes: 1, notice: { es: "Hasta {until}" } }
        replies:
          by: everybody
          templates:
            - { id: a, title: A, en: "You wrote {comment}" }
            - { id: a, title: B, en: "Until {until}" }
        extra: yes
        """;

    assertThat(problems(wrong))
        .allSatisfy(p -> assertThat(p).matches("replies.yaml:[1-9]\\d*:[1-9]\\d*: .+"))
        .anySatisfy(p -> assertThat(p).startsWith("replies.yaml:1:27:").contains("'0'"))
        .anySatisfy(p -> assertThat(p).contains("'Christmas' is not a day"))
        .anySatisfy(p -> assertThat(p).contains("'comments.example.org' is not an address"))
        .anySatisfy(p -> assertThat(p).startsWith("replies.yaml:2:11:").contains("on, off"))
        .anySatisfy(p -> assertThat(p).contains("'1' is not a whole number from 2"))
        .anySatisfy(p -> assertThat(p).contains("'en' is missing"))
        .anySatisfy(p -> assertThat(p).contains("administrator, moderator"))
        .anySatisfy(p -> assertThat(p).startsWith("replies.yaml:7:").contains("'{comment}'"))
        .anySatisfy(p -> assertThat(p).startsWith("replies.yaml:8:").contains("'{until}'"))
        .anySatisfy(p -> assertThat(p).contains("another template"))
        .anySatisfy(p -> assertThat(p).contains("unknown key 'extra'"))
        .hasSize(11);
  }

  @Test
  void onlyTheDistrictTurnsBlockingOn() {
    assertThat(RepliesFile.read("blocking: on").blocking()).isTrue();
    assertThat(RepliesFile.read("blocking: off").blocking()).isFalse();
  }

  @Test
  void whatAValueHoldsIsNeverTakenForAPlaceholder() {
    assertThat(
            ReplyTexts.fill(
                "{clause}: {wording} {other} {", Map.of("clause", "1.1", "wording", "{clause}!")))
        .isEqualTo("1.1: {clause}! {other} {");
  }
}
