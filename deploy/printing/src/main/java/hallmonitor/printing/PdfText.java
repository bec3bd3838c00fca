package hallmonitor.printing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a PDF says to a reader and to a program: the text of its pages, and what stands beside them,
 * which are its metadata, titles, links, alternative texts, and all other strings.
 *
 * @param pages the text of each page, line by line as printed
 * @param beside everything else, a string a line
 */
public record PdfText(List<String> pages, List<String> beside) {
  private static final String PAGE_END = "\f";

  public PdfText {
    pages = List.copyOf(pages);
    beside = List.copyOf(beside);
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is no PDF, or damaged
   */
  public static PdfText of(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setPageEnd(PAGE_END);
      // A page's text has no such sign of its own: print templates write it by its name.
      String[] pages = stripper.getText(document).split(PAGE_END, -1);
      return new PdfText(List.of(pages).subList(0, pages.length - 1), beside(document));
    }
  }

  /** Returns the text of all pages. */
  public String text() {
    return String.join("", pages);
  }

  private static List<String> beside(PDDocument document) throws IOException {
    List<String> strings = new ArrayList<>();
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    if (metadata != null) {
      strings.add(new String(metadata.toByteArray(), UTF_8));
    }
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(document.getDocument().getTrailer(), strings, seen);
    for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
      collect(document.getDocument().getObjectFromPool(key).getObject(), strings, seen);
    }
    return strings;
  }

  /** Collects the strings of an object and of what stands in it; references are objects anyway. */
  private static void collect(COSBase object, List<String> strings, Set<COSBase> seen) {
    if (object == null || object instanceof COSObject || !seen.add(object)) {
      return;
    }
    if (object instanceof COSString string) {
      strings.add(string.getString());
    } else if (object instanceof COSDictionary dictionary) {
      dictionary.getValues().forEach(value -> collect(value, strings, seen));
    } else if (object instanceof COSArray array) {
      array.forEach(value -> collect(value, strings, seen));
    }
  }
}
