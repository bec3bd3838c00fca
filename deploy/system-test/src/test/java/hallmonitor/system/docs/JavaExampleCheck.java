package hallmonitor.system.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that every {@code java} block of a document occurs in a source file, so that it compiles.
 */
final class JavaExampleCheck {
  private JavaExampleCheck() {}

  /** Returns every block that no source contains, ignoring line breaks. */
  static List<String> problems(Path root, List<MarkdownFile> documents) {
    List<String> sources = sources(root);
    return documents.stream()
        .flatMap(
            document ->
                document.blocks().stream()
                    .filter(block -> block.language().equals("java"))
                    .filter(block -> sources.stream().noneMatch(s -> s.contains(code(block))))
                    .map(block -> document.at(block.number()) + " shows Java that no source has"))
        .toList();
  }

  private static String code(MarkdownFile.Block block) {
    return flat(
        block.lines().stream().map(MarkdownFile.Line::text).collect(Collectors.joining(" ")));
  }

  private static String flat(String code) {
    return code.replaceAll("\\s+", "");
  }

  private static List<String> sources(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith("Test.java"))
          .map(JavaExampleCheck::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return flat(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
