package hallmonitor.moderation.finding.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithheldNameTest {
  private static final WithheldNameDetector DETECTOR =
      detector("Katherine Dunmore", "Núñez Soto, José María", "Hope Young");

  private static WithheldNameDetector detector(String... names) {
    return new WithheldNameDetector(new LocalNames(List.of(), List.of(), List.of(names)));
  }

  private static List<Finding> findings(WithheldNameDetector detector, String text) {
    return detector.detect(Comment.of(text, "Pat", "", Optional.empty(), "school"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Congratulations to Katherine Dunmore!",
        "KATHERINE DUNMORE was the best",
        "katie dunmore rocks",
        "That is Dunmore, Katherine in the back row",
        "Kate M. Dunmore on the flute",
        "Pepe Núñez metió un gol",
        "jose maria nunez soto de quinto",
        "el niño es José Soto",
        "Great job Hope Young"
      })
  void aStudentWhoMustNotBeNamedIsFoundByFullName(String text) {
    assertThat(findings(DETECTOR, text))
        .singleElement()
        .satisfies(f -> assertThat(f.category()).isEqualTo(Category.CONFIDENTIAL))
        .satisfies(f -> assertThat(f.score()).isBetween(0.4, 0.9))
        .satisfies(f -> assertThat(f.why()).doesNotContainIgnoringCase("dunmore"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Katherine was great",
        "Mr. Dunmore teaches shop",
        "Brian Dunmore won",
        "we hope young people come",
        "José is here! Soto pitches tonight"
      })
  void oneNameAloneOrAnotherPersonsIsNot(String text) {
    assertThat(findings(DETECTOR, text)).isEmpty();
  }

  @Test
  void theFindingMarksTheNameInTheComment() {
    String text = "So proud of Katie Dunmore today";
    Span span = findings(DETECTOR, text).get(0).spans().get(0);
    assertThat(span.of(text)).isEqualTo("Katie Dunmore");
  }

  @Test
  void everyNameIsMarkedAndTwoFamilyNamesOfOneOnce() {
    String text = "Thanks to Kate Dunmore, José María Núñez Soto and Sam Lee";
    assertThat(findings(DETECTOR, text).get(0).spans())
        .extracting(span -> span.of(text))
        .hasSize(2)
        .satisfies(names -> assertThat(names.get(0)).isEqualTo("Kate Dunmore"))
        .satisfies(names -> assertThat(names.get(1)).endsWith("Núñez Soto"));
  }

  @Test
  void tenThousandNamesAreLookedUpInNoTime() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      many.add("Ana" + letters(i) + " Fam" + letters(i));
    }
    WithheldNameDetector large = detector(many.toArray(String[]::new));
    String text = "Anabcd Fambcz and many others who came to see the play on Friday night";
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (int i = 0; i < 20_000; i++) {
            findings(large, text);
          }
        });
  }

  @Test
  void theNamesAreNotInTheTextOfTheRecord() {
    assertThat(new LocalNames(List.of(), List.of(), List.of("Katherine Dunmore")).toString())
        .doesNotContain("Dunmore");
  }

  private static String letters(int number) {
    StringBuilder out = new StringBuilder();
    for (int rest = number, k = 0; k < 4; k++, rest /= 26) {
      out.append((char) ('a' + rest % 26));
    }
    return out.toString();
  }
}
