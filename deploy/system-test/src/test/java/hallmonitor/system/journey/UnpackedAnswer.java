package hallmonitor.system.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.printing.PdfText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What a reader or a program finds in the files of an answer, without white space: a line of a PDF
 * can end anywhere.
 *
 * @param texts by the names of the files
 */
record UnpackedAnswer(Map<String, String> texts) {
  static UnpackedAnswer of(Path zip) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (ZipInputStream files = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        texts.put(file.getName(), plain(text(file.getName(), files.readAllBytes())));
      }
    }
    return new UnpackedAnswer(texts);
  }

  private static String text(String name, byte[] content) throws IOException {
    if (!name.endsWith(".pdf")) {
      return new String(content, UTF_8);
    }
    PdfText pdf = PdfText.of(content);
    return String.join("\n", pdf.pages()) + "\n" + String.join("\n", pdf.beside());
  }

  /** Returns it as the texts are. */
  static String plain(String text) {
    return text.replaceAll("\\s", "");
  }
}
