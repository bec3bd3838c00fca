package hallmonitor.notifier.evidence.casefile;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.text.Bidi;
import java.util.List;

/**
 * Pages for reading: headings, texts and tables. Every text is only ever text, in its own
 * direction, and breaks wherever it must to stay on the page.
 */
final class PdfPage {
  private static final Color LINE = new Color(0xc9, 0xd1, 0xda);
  private static final Color SHADE = new Color(0xf3, 0xf5, 0xf8);
  private static final float MARGIN = 54;
  private static final float TEXT = 9.5f;
  private static final float SMALL = 7.5f;

  private final PdfFonts letters = PdfFonts.DEJAVU;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Document document = new Document(PageSize.LETTER, MARGIN, MARGIN, MARGIN, MARGIN);

  PdfPage(String title, String footer) {
    PdfWriter writer = PdfWriter.getInstance(document, bytes);
    writer.setPageEvent(new Footer(footer));
    document.addTitle(title);
    document.addCreator("Hall Monitor");
    document.open();
    Paragraph heading = new Paragraph(letters.shown(title), letters.bold(13.5f));
    heading.setSpacingAfter(6);
    document.add(heading);
  }

  PdfPage heading(String text) {
    PdfPTable table = table(1);
    PdfPCell cell = cell(letters.shown(text), letters.bold(11.5f));
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPaddingLeft(0);
    cell.setPaddingTop(8);
    cell.setPaddingBottom(5);
    table.addCell(cell);
    table.setSpacingAfter(0);
    document.add(table);
    return this;
  }

  PdfPage text(String text) {
    return paragraphs(text, letters.plain(TEXT), 0, Rectangle.NO_BORDER, null);
  }

  PdfPage small(String text) {
    return paragraphs(text, letters.grey(SMALL + 0.5f), 0, Rectangle.NO_BORDER, null);
  }

  /** Somebody's own words, set apart. */
  PdfPage quote(String text) {
    return paragraphs(text, letters.plain(TEXT + 1), 6, Rectangle.LEFT, SHADE);
  }

  private PdfPage paragraphs(String text, Font font, float padding, int border, Color shade) {
    PdfPTable table = table(1);
    table.setSplitLate(false); // long words begin where there is room, not on the next page
    for (String line : text.isEmpty() ? List.of("(empty)") : lines(text)) {
      PdfPCell cell = cell(line, font);
      cell.setBorder(border);
      cell.setBorderWidthLeft(border == Rectangle.LEFT ? 2 : 0);
      cell.setPaddingLeft(padding);
      cell.setPaddingRight(padding);
      if (shade != null) {
        cell.setBackgroundColor(shade);
      }
      table.addCell(cell);
    }
    document.add(table);
    return this;
  }

  private List<String> lines(String text) {
    return List.of(letters.shown(text).split("\n", -1));
  }

  /** Names and what they stand for. */
  PdfPage facts(List<String[]> facts) {
    PdfPTable table = table(2);
    table.setWidths(new float[] {26, 74});
    for (String[] fact : facts) {
      table.addCell(bordered(cell(letters.shown(fact[0]), letters.grey(TEXT - 0.5f))));
      table.addCell(bordered(cell(flat(fact[1]), valueFont(fact[1]))));
    }
    document.add(table);
    return this;
  }

  private Font valueFont(String value) {
    return value.matches("[0-9a-f]{64}") ? letters.fixed(SMALL) : letters.plain(TEXT - 0.5f);
  }

  /**
   * @param widths relative
   */
  PdfPage rows(float[] widths, String[] head, List<String[]> rows) {
    PdfPTable table = table(widths.length);
    table.setWidths(widths);
    table.setHeaderRows(1);
    for (String title : head) {
      PdfPCell cell = bordered(cell(letters.shown(title), letters.bold(SMALL + 0.5f)));
      cell.setBackgroundColor(SHADE);
      table.addCell(cell);
    }
    for (String[] row : rows) {
      for (String value : row) {
        Font font =
            value.matches("[0-9a-f]{64}") ? letters.fixed(SMALL - 1) : letters.plain(SMALL + 0.5f);
        table.addCell(bordered(cell(flat(value), font)));
      }
    }
    document.add(table);
    return this;
  }

  /** Lines within a cell stay lines. */
  private String flat(String text) {
    return letters.shown(text);
  }

  byte[] end() {
    document.close();
    return bytes.toByteArray();
  }

  private static PdfPTable table(int columns) {
    PdfPTable table = new PdfPTable(columns);
    table.setWidthPercentage(100);
    table.setSpacingAfter(4);
    return table;
  }

  private static PdfPCell bordered(PdfPCell cell) {
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(LINE);
    cell.setBorderWidth(0.5f);
    cell.setPaddingBottom(4);
    return cell;
  }

  private static PdfPCell cell(String shown, Font font) {
    PdfPCell cell = new PdfPCell(new Phrase(shown, font));
    boolean rightToLeft =
        !new Bidi(shown, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    cell.setRunDirection(rightToLeft ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
    cell.setHorizontalAlignment(Element.ALIGN_LEFT); // of its direction: right for right-to-left
    cell.setBorderColor(LINE);
    cell.setPaddingTop(2);
    cell.setPaddingBottom(2);
    cell.setLeading(2, 1.2f);
    return cell;
  }

  private final class Footer extends PdfPageEventHelper {
    private final String text;
    private PdfTemplate total;

    Footer(String text) {
      this.text = text;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document of) {
      total = writer.getDirectContent().createTemplate(40, 12);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document of) {
      float y = of.bottom() - 22;
      Font font = letters.grey(SMALL);
      ColumnText.showTextAligned(
          writer.getDirectContent(), Element.ALIGN_LEFT, new Phrase(text, font), of.left(), y, 0);
      ColumnText.showTextAligned(
          writer.getDirectContent(),
          Element.ALIGN_RIGHT,
          new Phrase("page " + writer.getPageNumber() + " of", font),
          of.right() - 17,
          y,
          0);
      writer.getDirectContent().addTemplate(total, of.right() - 14, y);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document of) {
      ColumnText.showTextAligned(
          total,
          Element.ALIGN_LEFT,
          new Phrase(Integer.toString(writer.getPageNumber() - 1), letters.grey(SMALL)),
          0,
          0,
          0);
    }
  }
}
