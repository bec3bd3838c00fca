package hallmonitor.printing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Converts XHTML to PDF (PDF/A-3, tagged for screen readers). Reads no file and no address: the
 * fonts are passed in, and any other resource is refused. The same page gives the same bytes.
 */
final class PdfRenderer {
  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  /** Creation time of all pages; relevant times are in their text. */
  private static final Calendar NO_TIME =
      new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);

  private static final Pattern XMP_TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(Z|[+-]\\d{2}:\\d{2})");

  static {
    NO_TIME.setTimeInMillis(0);
    XRLog.setLoggingEnabled(false);
    FontMappers.set(new OwnFonts());
  }

  private PdfRenderer() {}

  /**
   * Converts a page.
   *
   * @param xhtml well-formed, with a title, a description and a language
   */
  static byte[] pdf(String xhtml) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withW3cDocument(parsed(xhtml), null);
    builder.useUriResolver((base, uri) -> null);
    builder.useFastMode();
    DejaVu.into(builder);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(PdfRendererBuilder.TextDirection.LTR);
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
    builder.useColorProfile(SRGB);
    builder.withProducer("Hall Monitor");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    builder.toStream(bytes);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      document.getDocumentInformation().setCreationDate(NO_TIME);
      withoutTimes(document.getDocumentCatalog().getMetadata());
      document.setDocumentId((long) xhtml.hashCode());
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The PDF/A metadata repeat the creation time. */
  private static void withoutTimes(PDMetadata metadata) throws IOException {
    String xmp = new String(metadata.toByteArray(), UTF_8);
    metadata.importXMPMetadata(
        XMP_TIME.matcher(xmp).replaceAll(NO_TIME.toInstant().toString()).getBytes(UTF_8));
  }

  private static Document parsed(String xhtml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // The parser's default handler prints an error before it throws it.
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new ByteArrayInputStream(xhtml.getBytes(UTF_8)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("a template makes no well-formed page", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
