package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.file.WordKinds;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped models mark is what a person would mark, no matter what they have learned. */
class ShippedMarksTest {
  private static final Set<String> SMALL = new HashSet<>();

  static {
    WordKinds words = WordKinds.read("/lexicon/function-words.txt");
    SMALL.addAll(words.of("en"));
    SMALL.addAll(words.of("es"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am going to bring a gun to school tomorrow and nobody will stop me",
        "some people at the school better hope I don't come back with my dad's rifle",
        "You are a disgusting pathetic loser and everyone hates you",
        "I don't want to wake up tomorrow, nobody would even notice",
        "my dad hits me with a belt when he drinks, please don't tell anyone",
        "people like them should go back to where they came from",
        "Voy a llevar una pistola a la escuela mañana y nadie me va a parar",
        "Ya no quiero vivir, a nadie le importo",
        "Mi padrastro me pega cuando mi mamá no está en la casa",
        "Eres una basura y todos te odian, nadie te quiere en esta escuela",
        "Esos inmigrantes ilegales deberían regresar a su país",
        "te voy a esperar a la salida, vas a ver",
      })
  void aMarkIsAPhraseWithoutSmallWordsAtItsEnds(String text) {
    List<Finding> findings =
        Shipped.detectors(LocalNames.NONE).detect(RowFixtures.comment(text)).stream()
            .filter(finding -> finding.detector().equals(ModelDetector.NAME))
            .toList();

    assertThat(findings).isNotEmpty();
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.why())
                  .startsWith("As a whole it")
                  .matches(why -> why.contains("marked words") == !finding.spans().isEmpty());
              finding.spans().forEach(span -> isAPhrase(span, text));
            });
  }

  private static void isAPhrase(Span span, String text) {
    String mark = span.of(text).toLowerCase(Locale.ROOT);
    List<String> words = List.of(mark.split("[^\\p{L}\\p{N}']+"));
    for (String end : List.of(words.get(0), words.get(words.size() - 1))) {
      assertThat(SMALL).as("the mark '%s'", mark).doesNotContain(end.replace("'", ""));
      assertThat(end.length()).as("the mark '%s'", mark).isGreaterThan(1);
    }
    assertThat(mark).as("a mark stays within its sentence").doesNotContain(",", ".");
  }
}
