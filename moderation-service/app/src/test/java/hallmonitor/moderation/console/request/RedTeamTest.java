package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Looks for what was redacted in everything that leaves the review: the page of what the public
 * gets with all its markup, the log, its file, and the audit log.
 */
@ConsoleTest
@TestProfile(FullDistrict.class)
class RedTeamTest extends RedactionsAtWork {
  private static final String HIDDEN = "Zoë\u0301 Quark-Öl";

  /** As a reader who wants to know would compare: without case, accents, and invisible signs. */
  private static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[\\p{M}\\p{Cf}\\p{Z}\\s]", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Redacts words of an item, decides it, and returns everything that could tell them. */
  private String everything(String text, String words) throws SQLException {
    found("91", "Author Name", text);
    assertThat(redact(0, "words", words).statusCode()).as(words).isEqualTo(303);
    assertThat(decide(0, "redact", "version", "1").statusCode()).isEqualTo(303);
    move(officer, path, 0, "answered");
    return preview(0)
        + page(officer, path + "/exemptions")
        + page(officer, path + "/exemptions.csv")
        + page(officer, path)
        + String.join("\n", texts("select actor || act || target || detail from audit"))
        + String.join("\n", texts("select kind || detail from records_request_event"));
  }

  private void hides(String text, String words, String... secrets) throws SQLException {
    String left = everything(text, words);

    assertThat(left).contains("[redacted: ");
    for (String secret : secrets) {
      assertThat(bare(left)).as(secret).doesNotContain(bare(secret));
    }
  }

  @Test
  void wordsInMarkupAndAttributesAreGone() throws SQLException {
    hides("<b title=\"Quark\">Quark</b> & 'QUARK' <!-- quark -->", "quark", "quark");
  }

  @Test
  void combiningMarksTakeNothingBack() throws SQLException {
    hides("Ask " + HIDDEN + " and ZOE\u0301\u0301 QUARK-OL", HIDDEN, "zoe", "quark");
  }

  @Test
  void signsOfDirectionHideNothing() throws SQLException {
    hides("\u202eQuark\u202c or \u2067Qu\u200bark\u2069 شارع كوارك", "Quark", "quark");
  }

  @Test
  void linesBetweenWordsHideNothing() throws SQLException {
    hides("Ana\r\nQuark, ana\tquark, ANA \u00a0QUARK", "ana quark", "anaquark", "quark");
  }

  @Test
  void noPartOfAnEmojiIsLeft() throws SQLException {
    String left = everything("Kid 👩🏽‍🏫 at 🏫, 👩🏽‍🏫!", "👩🏽‍🏫");

    assertThat(left).contains("[redacted: 5 ILCS 140/7(1)(b)]</mark> at 🏫, <mark");
    assertThat(left).doesNotContain("👩", "🏽", "\u200d");
  }

  @Test
  void theNameOfAnAuthorIsNowhereIfItIsRedacted() throws SQLException {
    found("91", "Quark Author", "The bus was late");
    redact(0, "part", "author");
    redact(0, "part", "title", "version", "1");
    decide(0, "redact", "version", "2");

    String left =
        preview(0) + page(officer, path + "/exemptions") + page(officer, path + "/exemptions.csv");

    assertThat(left).doesNotContainIgnoringCase("quark");
  }

  @Test
  void nothingOfWhatIsWithheldIsLeft() throws SQLException {
    found("91", "Quark Author", "Quark was late");
    decide(0, "withhold", "exemption", "ferpa");

    assertThat(
            preview(0)
                + page(officer, path + "/exemptions")
                + page(officer, path + "/exemptions.csv"))
        .doesNotContainIgnoringCase("quark");
  }

  @Test
  void theMarkIsTheSameForShortAndLongWords() throws SQLException {
    found("91", "Kai", "Ed left");
    found("92", "Kai", "Maximiliano left");
    redact(0, "words", "Ed");
    redact(1, "words", "Maximiliano");

    assertThat(said(preview(0))).isEqualTo(said(preview(1)));
  }

  private static String said(String page) {
    return page.replaceAll("(?s).*<div class=\"said\" dir=\"auto\">(.*?)</div>.*", "$1");
  }
}
