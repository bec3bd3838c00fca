package hallmonitor.moderation.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests the aids on a case's page: differences, why it was found, and help with Spanish. */
@ConsoleTest
class CaseAidsTest extends NovakAtWork {
  private static final String AS_A_WHOLE =
      "As a whole it reads like comments that threaten somebody";

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

    assertThat(page)
        .contains("In English", "<bdi>Te voy a matar</bdi>", "kill", "Word by word")
        .doesNotContain("Machine translation", "Translate the whole comment");
    assertThat(novak.get("/cases/" + seed.aCase("2").there()).asString())
        .doesNotContain("In English");
  }

  @Test
  void whatARuleFoundIsReadBeforeWhatTheModelMakesOfTheWhole() {
    UUID id =
        seed.aCase("1")
            .saying("Nobody will miss you when I bring my rifle")
            .foundBy(
                "model", "THREAT", .9, AS_A_WHOLE + "; the marked words weighed most.", "rifle")
            .foundBy("pattern", "THREAT", .8, "Announces a weapon.", "bring my rifle")
            .there();

    assertThat(novak.get("/cases/" + id).asString())
        .containsSubsequence(
            "Nobody will miss you when I <mark>bring my rifle</mark>",
            "Announces a weapon.",
            "<bdi>bring my rifle</bdi>",
            AS_A_WHOLE + "; the marked words weighed most.",
            "<bdi>rifle</bdi>");
  }

  @Test
  void whatTheModelMakesOfTheWholeIsSaidInTheReadersLanguage() {
    UUID id =
        seed.aCase("1")
            .saying("Nobody will miss you")
            .foundBy("model", "THREAT", .3, AS_A_WHOLE + ".")
            .foundBy(
                "pattern",
                "SELF_HARM",
                .06,
                "Wishes death. As a whole it does not read like comments that speak of suicide or"
                    + " self-harm. So a person decides.")
            .there();
    assertThat(novak.get("/cases/" + id).asString())
        .contains("<p>" + AS_A_WHOLE + ".</p>")
        .doesNotContain("<mark>");

    novak.post("/language", Map.of("language", "es", "back", "/"));

    assertThat(novak.get("/cases/" + id).asString())
        .contains(
            "<p>En conjunto se lee como los comentarios que amenazan a alguien.</p>",
            "<p>Wishes death. En conjunto no se lee como los comentarios que hablan de suicidio o"
                + " de autolesiones. Por eso decide una persona.</p>");
  }
}
