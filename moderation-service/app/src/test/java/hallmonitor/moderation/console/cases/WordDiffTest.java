package hallmonitor.moderation.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.cases.WordDiff.Part;
import hallmonitor.moderation.text.ListDifference.Fate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  @Test
  void wordsThatChangedAreTold() {
    assertThat(WordDiff.between("You are a fool, Dana", "You are a saint, Dana"))
        .containsExactly(
            new Part("You are a ", Fate.KEPT),
            new Part("fool", Fate.REMOVED),
            new Part("saint", Fate.ADDED),
            new Part(", Dana", Fate.KEPT));
  }

  @Test
  void changedWordsInARowAreOneChange() {
    assertThat(WordDiff.between("Call me at noon, Dana", "Please write to us, Dana"))
        .containsExactly(
            new Part("Call me at noon", Fate.REMOVED),
            new Part("Please write to us", Fate.ADDED),
            new Part(", Dana", Fate.KEPT));
  }

  @Test
  void theSameTextHasNoChange() {
    assertThat(WordDiff.between("Go team", "Go team"))
        .containsExactly(new Part("Go team", Fate.KEPT));
  }

  @Test
  void aVeryLongTextIsComparedAsAWhole() {
    List<Part> parts = WordDiff.between("a " + "old ".repeat(2_000), "a " + "new ".repeat(2_000));
    assertThat(parts)
        .extracting(Part::fate)
        .containsExactly(Fate.KEPT, Fate.REMOVED, Fate.ADDED, Fate.KEPT);
  }

  @Property
  void thePartsHoldBothTextsWhole(@ForAll String before, @ForAll String after) {
    List<Part> parts = WordDiff.between(before, after);
    assertThat(text(parts, p -> p.fate() != Fate.ADDED)).isEqualTo(before);
    assertThat(text(parts, p -> p.fate() != Fate.REMOVED)).isEqualTo(after);
  }

  private static String text(List<Part> parts, Predicate<Part> which) {
    return parts.stream().filter(which).map(Part::text).collect(Collectors.joining());
  }
}
