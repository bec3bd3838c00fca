package hallmonitor.moderation.console.reports;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A report on paper: the tables, one after the other. */
public final class ReportPdf {
  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
  private static final Color GREY = new Color(0x4a, 0x55, 0x60);
  private static final Color LINE = new Color(0xc9, 0xd1, 0xda);
  private static final float MARGIN = 40;
  private static final float WIDE = 2.6f;

  /** Read once: it takes a while. */
  private static final class Fonts {
    private static final BaseFont PLAIN = font("DejaVuSans.ttf");
    private static final BaseFont BOLD = font("DejaVuSans-Bold.ttf");
  }

  private ReportPdf() {}

  public static byte[] of(String title, String heading, List<ReportTable> tables) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Document document =
        new Document(PageSize.LETTER.rotate(), MARGIN, MARGIN, MARGIN, MARGIN)) {
      PdfWriter.getInstance(document, bytes);
      document.addTitle(title);
      document.addCreator("Hall Monitor");
      document.open();
      document.add(paragraph(title, new Font(Fonts.BOLD, 15), 4));
      document.add(paragraph(heading, new Font(Fonts.PLAIN, 9, Font.NORMAL, GREY), 10));
      for (ReportTable table : tables) {
        document.add(paragraph(table.title(), new Font(Fonts.BOLD, 11), 5));
        document.add(
            table.rows().isEmpty()
                ? paragraph(table.none(), new Font(Fonts.PLAIN, 9), 8)
                : rows(table));
        if (!table.means().isEmpty()) {
          document.add(paragraph(table.means(), new Font(Fonts.PLAIN, 8, Font.NORMAL, GREY), 10));
        }
      }
    }
    return bytes.toByteArray();
  }

  private static Paragraph paragraph(CharSequence text, Font font, float after) {
    Paragraph paragraph = new Paragraph(text.toString(), font);
    paragraph.setSpacingAfter(after);
    return paragraph;
  }

  private static PdfPTable rows(ReportTable table) {
    List<ReportTable.Column> columns = table.columns();
    float[] widths = new float[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = columns.get(i).number() ? 1 : WIDE;
    }
    PdfPTable rows = new PdfPTable(widths);
    rows.setWidthPercentage(100);
    rows.setHeaderRows(1);
    rows.setSpacingAfter(6);
    columns.forEach(c -> rows.addCell(cell(c.title(), c.number(), new Font(Fonts.BOLD, 7.5f))));
    table
        .rows()
        .forEach(
            row ->
                row.forEach(
                    c -> rows.addCell(cell(c.shown(), c.number(), new Font(Fonts.PLAIN, 8)))));
    return rows;
  }

  private static PdfPCell cell(CharSequence text, boolean number, Font font) {
    PdfPCell cell = new PdfPCell(new Phrase(text.toString(), font));
    cell.setHorizontalAlignment(number ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(LINE);
    cell.setPaddingBottom(4);
    cell.setPaddingLeft(6);
    return cell;
  }

  private static BaseFont font(String file) {
    try (InputStream in = ReportPdf.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the font " + file + " is missing in the build");
      }
      return BaseFont.createFont(
          file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
