package hallmonitor.moderation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareTextTest {
  private static Optional<String> bare(String text) {
    return BareText.of(Comment.of(text, "sam", "A post", Optional.of("a parent"), "school"))
        .map(Comment::text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I will come back https://example.org/a?b=1 tomorrow",
        "I will come back www.example.org/x tomorrow",
        "I will come back <img src=\"http://example.org/a.png\"> tomorrow",
        "I will come back #fyp #forYou_2 tomorrow",
        "@everyone I will come back @sam.22 tomorrow",
      })
  void linksMarkupHashtagsAndMentionsAreLeftOut(String text) {
    assertThat(bare(text)).contains("I will come back tomorrow");
  }

  @Test
  void aCommentWithoutThemOrWithHardlyMoreHasNoOtherText() {
    assertThat(bare("I will come back. At 5:30, or #1 in a < b")).isEmpty();
    assertThat(bare("lol https://example.org")).isEmpty();
    assertThat(bare("")).isEmpty();
  }

  @Test
  void authorPostAndParentStay() {
    Comment comment =
        BareText.of(Comment.of("come back now #fyp", "sam", "A post", Optional.of("x"), "school"))
            .orElseThrow();
    assertThat(comment.author()).isEqualTo("sam");
    assertThat(comment.post()).isEqualTo("A post");
    assertThat(comment.parent()).contains("x");
  }
}
