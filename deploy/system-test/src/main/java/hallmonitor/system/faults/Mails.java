package hallmonitor.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The Message-IDs of all mails in a folder of .eml files, one for each mail. */
final class Mails {
  private Mails() {}

  static List<String> messageIds(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".eml")).map(Mails::messageId).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String messageId(Path file) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines
          .takeWhile(line -> !line.isEmpty())
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("message-id:"))
          .map(line -> line.substring("message-id:".length()).strip())
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(file + " has no Message-ID"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
