package hallmonitor.printing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class PrintTemplateTest {
  private static final PrintTemplate PAGE = new PrintTemplate(PrintTemplateTest.class, "page.html");

  private static byte[] page(String text) {
    return PAGE.pdf(
        "text",
        text,
        "facts",
        List.of(new PrintedFact("What", text)),
        "table",
        new PrintedTable(
            List.of(PrintedTable.words("Words", 70), new PrintedTable.Column("Number", 30, true)),
            List.of(List.of(text, "17"))));
  }

  private static String read(byte[] pdf) throws IOException {
    return PdfText.of(pdf).text();
  }

  @Test
  void spacesStayAsTheyWereWritten() throws IOException {
    assertThat(read(page("k  i    l\tl"))).contains("k  i    l    l");
  }

  @Test
  void marksOfAPageAreShownAsTheyWereWritten() throws IOException {
    String hostile = "</p><script>alert(1)</script>&amp;{text}{#if}<b>\"'";
    assertThat(read(page(hostile))).contains(hostile);
  }

  @Test
  void whatAPageWouldHideStandsThereByItsName() throws IOException {
    assertThat(read(page("a\u202Eb\u200Bc\u0000d\uD800e 中 🏈")))
        .contains("a[RIGHT-TO-LEFT OVERRIDE]b[ZERO WIDTH SPACE]c[NULL]d[U+D800]e")
        .contains("[U+4E2D]", "[AMERICAN FOOTBALL]");
  }

  @Test
  void aTextStandsInItsOwnDirection() {
    assertThat(PAGE.html("text", "שלום\nhello", "facts", List.of(), "table", none()))
        .contains("<p dir=\"rtl\">שלום</p>", "<p dir=\"ltr\">hello</p>");
  }

  @Test
  void aWordThatIsLongerThanTheLineBreaks() throws IOException {
    String word = "A".repeat(3_000);
    assertThat(read(page(word)).replaceAll("\\s", "")).contains(word);
  }

  @Test
  void theSamePageGivesTheSameBytes() {
    assertThat(page("once")).isEqualTo(page("once"));
  }

  @Test
  void theFileDoesNotSayWhenItWasMade() throws IOException {
    String now = Year.now().toString();
    byte[] pdf = page("once");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(Instant.EPOCH);
      assertThat(document.getDocumentInformation().getModificationDate()).isNull();
      assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), UTF_8))
          .contains("1970-01-01T00:00:00Z")
          .doesNotContain(now);
    }
  }

  @Test
  void thePageHasATitleALanguageAndTagsForScreenReaders() throws IOException {
    try (PDDocument document = Loader.loadPDF(page("text"))) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A page");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
    }
  }

  private static PrintedTable none() {
    return new PrintedTable(List.of(), List.of());
  }
}
