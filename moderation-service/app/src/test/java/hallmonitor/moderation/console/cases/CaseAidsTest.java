package hallmonitor.moderation.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests the aids on a case's page: differences, and help with Spanish. */
@ConsoleTest
class CaseAidsTest extends NovakAtWork {
  @Test
  void aRevisionShowsWhatItsAuthorChanged() {
    UUID id = seed.aCase("1").saying("You are a <b>fool</b>, Dana").there();
    deciding.edited("1", "You are a <b>saint</b>, Dana");

    assertThat(novak.get("/cases/" + id).asString())
        .contains("You are a &lt;b&gt;<del>fool</del><ins>saint</ins>&lt;/b&gt;, Dana")
        .doesNotContain("<b>fool", "<b>saint");
  }

  @Test
  void spanishWordsThatWereFoundStandBesideTheirEnglish() {
    UUID id =
        seed.aCase("1")
            .saying("Te voy a matar en la salida")
            .language("es")
            .found("THREAT", .97, "Says what will be done.", "Te voy a matar")
            .there();

    String page = novak.get("/cases/" + id).asString();

    assertThat(page).contains("Help with the Spanish", "<bdi>Te voy a matar</bdi>", "kill");
    assertThat(novak.get("/cases/" + seed.aCase("2").there()).asString())
        .doesNotContain("Help with the Spanish");
  }
}
