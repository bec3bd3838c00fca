package hallmonitor.moderation.casework.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerLetterTest {
  private static final Map<String, String> VALUES =
      Map.of("number", "R-2026-0001", "request", "All\n\nof {review} $1", "review", "Ask a court.");

  @Test
  void namesInBracesAreFilledInParagraphByParagraph() {
    assertThat(AnswerLetter.filled("Request {number}\r\n\r\nYou may:\n{review}\n", VALUES))
        .containsExactly("Request R-2026-0001", "You may:\nAsk a court.");
  }

  @Test
  void whatSomeoneWroteIsNeverFilledInAgain() {
    assertThat(AnswerLetter.filled("{request}", VALUES)).containsExactly("All\n\nof {review} $1");
  }

  @Test
  void anEmptyParagraphIsLeftOut() {
    assertThat(AnswerLetter.filled("A\n\n{withheld}\n\n \n\nB", VALUES)).containsExactly("A", "B");
  }

  @Test
  void aNameThatStandsForNothingIsNamed() {
    assertThatThrownBy(() -> AnswerLetter.filled("Dear {name}, {number} {x y}", VALUES))
        .isInstanceOf(NotLegal.class)
        .hasMessageContaining("{name}, {x y}");
  }

  @Test
  void aLetterWithoutWordsIsNone() {
    assertThatThrownBy(() -> AnswerLetter.filled(" \n\n{withheld}", VALUES))
        .isInstanceOf(NotLegal.class);
  }
}
