package hallmonitor.notifier.evidence.casefile;

import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * DejaVu (https://dejavu-fonts.github.io): Latin, Greek, Cyrillic, Hebrew, Arabic and some emoji,
 * embedded, so that the page looks the same everywhere. What it lacks is shown by its Unicode name,
 * and so is what a page would hide: controls, invisible characters, changes of direction.
 */
final class PdfFonts {
  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
  private static final Color GREY = new Color(0x55, 0x5f, 0x6b);
  private static final int JOINER = 0x200D;

  /** Read once: it takes a while. */
  static final PdfFonts DEJAVU = new PdfFonts();

  private final BaseFont plain = font("DejaVuSans.ttf");
  private final BaseFont bold = font("DejaVuSans-Bold.ttf");
  private final BaseFont fixed = font("DejaVuSansMono.ttf");

  private PdfFonts() {}

  Font plain(float size) {
    return new Font(plain, size);
  }

  Font grey(float size) {
    return new Font(plain, size, Font.NORMAL, GREY);
  }

  Font bold(float size) {
    return new Font(bold, size);
  }

  Font fixed(float size) {
    return new Font(fixed, size);
  }

  /** The text as the page can show all of it. */
  String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n' || c == ' ') {
        shown.append((char) c);
      } else if (c == '\t') {
        shown.append("    ");
      } else if (c == '\r') {
        if (i >= text.length() || text.charAt(i) != '\n') {
          shown.append('\n');
        }
      } else if (c == 0xFE0E || c == 0xFE0F) {
        continue; // asks for one drawing of the emoji before it or another
      } else if (c == JOINER && i < text.length() && isEmoji(text.codePointAt(i))) {
        shown.append('+');
      } else if (isHidden(c) || !plain.charExists(c)) {
        shown.append(named(c));
      } else {
        shown.appendCodePoint(c);
      }
    }
    return shown.toString();
  }

  private static boolean isEmoji(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL;
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String named(int c) {
    String name = Character.isIdeographic(c) ? null : Character.getName(c);
    boolean known = name != null && Character.getType(c) != Character.SURROGATE;
    return known ? "[" + name.replaceAll("[^ -~]", "") + "]" : "[U+%04X]".formatted(c);
  }

  private static BaseFont font(String file) {
    try (InputStream in = PdfFonts.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the font " + file + " is missing in the build");
      }
      return BaseFont.createFont(
          file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DocumentException e) {
      throw new IllegalStateException(e);
    }
  }
}
