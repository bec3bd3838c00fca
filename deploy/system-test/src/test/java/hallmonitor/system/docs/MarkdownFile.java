package hallmonitor.system.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One document of the repository.
 *
 * @param root the repository
 * @param file the document, somewhere below the root
 */
record MarkdownFile(Path root, Path file, List<String> lines) {
  /** Built, fetched or written at run time: not part of the repository. */
  private static final Set<String> PASSED_OVER = Set.of(".git", "target", "data", "node_modules");

  /** One line of a document. */
  record Line(int number, String text) {}

  /**
   * A fenced block.
   *
   * @param number line of the opening fence
   * @param language as written after the fence; empty if there is none
   */
  record Block(int number, String language, List<Line> lines) {}

  MarkdownFile {
    lines = List.copyOf(lines);
  }

  /** Returns all documents below a folder, sorted by name. */
  static List<MarkdownFile> in(Path root) {
    List<MarkdownFile> found = new ArrayList<>();
    try {
      Files.walkFileTree(root, visitor(root, found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream().sorted((a, b) -> a.file().compareTo(b.file())).toList();
  }

  private static SimpleFileVisitor<Path> visitor(Path root, List<MarkdownFile> found) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return PASSED_OVER.contains(folder.getFileName().toString())
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        if (file.toString().endsWith(".md")) {
          found.add(new MarkdownFile(root, file, Files.readAllLines(file)));
        }
        return FileVisitResult.CONTINUE;
      }
    };
  }

  /** Returns the repository of this test: the nearest parent folder with a README and .mvn. */
  static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Names a line of this document for a message. */
  String at(int line) {
    return root.relativize(file).toString().replace('\\', '/') + ":" + line;
  }

  /** Returns the lines outside fenced blocks. */
  List<Line> prose() {
    List<Line> prose = new ArrayList<>();
    boolean fenced = false;
    for (int i = 0; i < lines.size(); i++) {
      if (isFence(lines.get(i))) {
        fenced = !fenced;
      } else if (!fenced) {
        prose.add(new Line(i + 1, lines.get(i)));
      }
    }
    return prose;
  }

  /** Returns the fenced blocks; an unclosed one ends with the document. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<Line> inside = new ArrayList<>();
    int opened = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean fence = isFence(lines.get(i));
      if (fence && opened == 0) {
        opened = i + 1;
      } else if (fence) {
        blocks.add(block(opened, inside));
        inside.clear();
        opened = 0;
      } else if (opened > 0) {
        inside.add(new Line(i + 1, lines.get(i)));
      }
    }
    if (opened > 0) {
      blocks.add(block(opened, inside));
    }
    return blocks;
  }

  private Block block(int opened, List<Line> inside) {
    return new Block(
        opened, lines.get(opened - 1).strip().substring(3).strip(), List.copyOf(inside));
  }

  private static boolean isFence(String line) {
    return Stream.of("```", "~~~").anyMatch(line.strip()::startsWith);
  }
}
