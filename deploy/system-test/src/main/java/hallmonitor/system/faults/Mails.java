package hallmonitor.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The mails in a folder of .eml files. */
final class Mails {
  private Mails() {}

  /** Returns the id of each received copy: the part of its Message-ID before the @. */
  static List<String> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".eml")).map(Mails::id).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String id(Path file) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      List<String> headers = lines.takeWhile(line -> !line.isEmpty()).toList();
      return value(headers, "message-id:")
          .orElseThrow(() -> new IllegalStateException(file + " has no Message-ID"))
          .replaceAll("^<|@.*$", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> value(List<String> headers, String name) {
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .findFirst();
  }
}
