package hallmonitor.moderation.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests a Spanish comment in English, on a server that has a translator. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class CaseEnglishTest extends NovakAtWork {
  private UUID spanish(String id, String text) {
    return seed.aCase(id).saying(text).language("es").there();
  }

  private ConsoleResponse part(UUID id) {
    return novak.part("/cases/" + id + "/english");
  }

  private static int calls() throws IOException {
    Path file = FullDistrict.TRANSLATOR.resolve("calls");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  @Test
  void theCaseDoesNotWaitForItAndShowsItOnceItIsThere() throws IOException {
    UUID id = spanish("1", "Te voy a matar en la salida.");
    int before = calls();

    assertThat(novak.get("/cases/" + id).asString())
        .contains("hx-get=\"/cases/" + id + "/english\"", "Word by word")
        .doesNotContain("Machine translation");
    assertThat(part(id).asString())
        .contains("Machine translation", "I go you to kill &lt;b&gt;at&lt;/b&gt; the exit.")
        .doesNotContain("<html", "Word by word");
    assertThat(novak.get("/cases/" + id).asString())
        .contains("Machine translation", "I go you to kill")
        .doesNotContain("hx-get=\"/cases/" + id + "/english\"");
    part(id);
    assertThat(calls()).isEqualTo(before + 1);
    assertThat(deciding.texts("select act from audit where act = 'case-translated'")).hasSize(2);
  }

  @Test
  void withoutScriptsItIsAPageOfItsOwn() {
    UUID id = spanish("1", "Te voy a matar en la salida, ya verás.");

    assertThat(novak.get("/cases/" + id).asString())
        .contains("<a href=\"/cases/" + id + "/english\">Translate the whole comment</a>");
    assertThat(novak.get("/cases/" + id + "/english").asString())
        .contains("<html", "Machine translation", "href=\"/cases/" + id + "\"");
  }

  @Test
  void whatCannotBeTranslatedShowsTheWordsAndIsNotTriedAgain() {
    UUID id = spanish("1", "Mi hijo falla en la escuela.");

    assertThat(part(id).asString()).contains("Word by word").doesNotContain("Machine translation");
    assertThat(novak.get("/cases/" + id).asString())
        .contains("Word by word")
        .doesNotContain("Translate the whole comment");
  }

  @Test
  void aPrincipalWhoReadsNoSpanishGetsItOnceTheWordsAreShown() {
    StaffSeed staff = new StaffSeed(database, seed);
    staff.person("principal", "building-administrator", StaffSeed.OWN);
    UUID id =
        seed.aCase("1")
            .saying("Te voy a matar en la salida, te lo juro.")
            .language("es")
            .judged("escalate", "3.1")
            .urgency("immediate")
            .in(StaffSeed.OWN)
            .there();
    staff.escalated(id);
    ConsoleBrowser principal = ConsoleBrowser.signedIn("principal");
    assertThat(principal.get("/my-building").asString()).doesNotContain("/english", "salida");

    assertThat(principal.post("/my-building/" + id + "/words", Map.of()).asString())
        .contains("hx-get=\"/cases/" + id + "/english\"", "Word by word", "you i am going to kill");
    assertThat(principal.get("/my-building?open=" + id, "Accept-Language", "es").asString())
        .contains("salida")
        .doesNotContain("/english");
  }

  @Test
  void aCommentWithoutSpanishLeadsBackToItsCase() {
    UUID id = seed.aCase("1").saying("Go Mavericks!").there();

    assertThat(novak.get("/cases/" + id).asString()).doesNotContain("/english");
    assertThat(novak.get("/cases/" + id + "/english").statusCode()).isEqualTo(303);
  }
}
