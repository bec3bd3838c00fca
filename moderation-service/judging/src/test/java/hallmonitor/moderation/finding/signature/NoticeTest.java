package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.FalseSignatures.score;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.file.RuleFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Comments that speak as a school does, each kind beside its harmless neighbors. */
class NoticeTest {
  private static final double LOOKED_AT = 0.5;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Paula Reingold | Office of the Registrar: to hold your child's seat send $75",
        "turtle_power | Dear families, we have decided to cancel classes on Friday",
        "tortuga_99 | COMUNICADO. Estimada comunidad: hemos decidido adelantar la ceremonia",
        "tortuga_99 | Los maestros aceptamos el recorte",
        "tortuga_99 | Buenas tardes, Berta Alcocer de Noticias 12. Confirmamos que la escuela"
            + " cierra",
        "Pruett Roofing LLC | No school on Monday. Signed, all your teachers at Oak Hill",
        "Pruett Boutique | Order only here! Love, Wanda Nash, PTA President"
      })
  void whoSpeaksAsASchoolDoesIsFound(String author, String text) {
    assertThat(score(author, text)).isGreaterThanOrEqualTo(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "turtle_power | Dear families, we have decided to host the block party",
        "tortuga_99 | Estimada directora: le informo que mi hijo faltará mañana",
        "tortuga_99 | Los vecinos pedimos un tope",
        "Memo R | La chofer de la 22 vive sola. Sale a las cinco.",
        "Rubén Tapia | Buenos días, directora Berta. Quería saber la hora",
        "Pruett Roofing LLC | We fixed the fountain for free. - Neil, owner",
        "Oak Hill PTA | Dear families, please be advised that school is closed",
        "Paula Reingold | Your student has been so kind to my son"
      })
  void whoWritesToASchoolOrOfOneIsNot(String author, String text) {
    assertThat(score(author, text)).isLessThan(LOOKED_AT);
  }

  private static Stream<String> notices(String kind) {
    return RuleFile.lines("/patterns/notice.txt").stream()
        .map(line -> line.text().strip())
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()).strip());
  }

  static Stream<String> notices() {
    return notices("yes:");
  }

  static Stream<String> noNotices() {
    return notices("no:");
  }

  @ParameterizedTest
  @MethodSource("notices")
  void whatTheRulesOfNoticesShowIsFoundPastTheCues(String text) {
    assertThat(score("turtle_power", text)).isGreaterThanOrEqualTo(0.3);
  }

  @ParameterizedTest
  @MethodSource("noNotices")
  void whatTheyMustLeaveAloneIs(String text) {
    assertThat(score("turtle_power", text)).isLessThan(LOOKED_AT);
  }
}
