package hallmonitor.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfTextTest {
  private static PdfText printed(String text) throws IOException {
    byte[] pdf =
        new PrintTemplate(PdfTextTest.class, "page.html")
            .pdf(
                "text",
                text,
                "facts",
                List.of(new PrintedFact("Author", "Ana Ruiz")),
                "table",
                new PrintedTable(List.of(PrintedTable.words("A", 100)), List.of()));
    return PdfText.of(pdf);
  }

  @Test
  void aPageIsReadAsItWasPrinted() throws IOException {
    PdfText pdf = printed("The bus was late.\nNo bus at all.");

    assertThat(pdf.pages()).hasSize(1);
    assertThat(pdf.pages().get(0)).contains("The bus was late.", "No bus at all.", "Ana Ruiz");
  }

  @Test
  void aLongTextIsReadToItsLastPage() throws IOException {
    PdfText pdf = printed("line\n".repeat(200) + "the last");

    assertThat(pdf.pages()).hasSizeGreaterThan(2);
    assertThat(pdf.pages().get(pdf.pages().size() - 1)).contains("the last");
    assertThat(pdf.text()).contains("the last").startsWith(pdf.pages().get(0));
  }

  @Test
  void whatStandsBesideThePagesIsReadToo() throws IOException {
    assertThat(printed("x").beside())
        .anySatisfy(text -> assertThat(text).contains("A page"))
        .anySatisfy(text -> assertThat(text).contains("Hall Monitor"))
        .anySatisfy(text -> assertThat(text).contains("pdfaid"));
  }

  @Test
  void whatIsNoPdfIsRefused() {
    assertThatThrownBy(() -> PdfText.of(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
  }
}
