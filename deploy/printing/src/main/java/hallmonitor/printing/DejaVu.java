package hallmonitor.printing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Embeds DejaVu (https://dejavu-fonts.github.io): Latin, Greek, Cyrillic, Hebrew, Arabic and some
 * emoji, so that a page looks the same everywhere.
 */
final class DejaVu {
  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
  private static final int NORMAL = 400;
  private static final int BOLD = 700;

  private static final byte[] SANS = file("DejaVuSans.ttf");
  private static final byte[] SANS_BOLD = file("DejaVuSans-Bold.ttf");
  private static final byte[] MONO = file("DejaVuSansMono.ttf");
  private static final TrueTypeFont PARSED = parsed();
  private static final CmapLookup CHARACTERS = characters();

  private DejaVu() {}

  static boolean has(int codePoint) {
    return CHARACTERS.getGlyphId(codePoint) != 0;
  }

  /** Embeds only the letters that a page shows. */
  static void into(PdfRendererBuilder builder) {
    use(builder, SANS, "DejaVu Sans", NORMAL);
    use(builder, SANS_BOLD, "DejaVu Sans", BOLD);
    use(builder, MONO, "DejaVu Mono", NORMAL);
  }

  private static void use(PdfRendererBuilder builder, byte[] font, String family, int weight) {
    builder.useFont(() -> new ByteArrayInputStream(font), family, weight, FontStyle.NORMAL, true);
  }

  static TrueTypeFont sans() {
    return PARSED;
  }

  private static TrueTypeFont parsed() {
    try {
      return new TTFParser().parse(new RandomAccessReadBuffer(SANS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CmapLookup characters() {
    try {
      return PARSED.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] file(String name) {
    try (InputStream in = DejaVu.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the font " + name + " is missing in the build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
