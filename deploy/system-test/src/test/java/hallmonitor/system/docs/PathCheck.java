package hallmonitor.system.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that paths in backticks exist: those that begin with a folder of the repository's top
 * level, with {@code ./} or {@code ../}, or with {@code src/}, which is searched beside the
 * document and in its parent folders. A {@code *} matches any name.
 */
final class PathCheck {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern PATH = Pattern.compile("[\\w.*-]+(/[\\w.*{},-]+)+/?");

  /** Created by a build or a run, so missing in a fresh clone. */
  private static final Set<String> MADE = Set.of("target", "data");

  private PathCheck() {}

  static List<String> problems(List<MarkdownFile> documents) {
    return documents.stream().flatMap(d -> problemsIn(d).stream()).toList();
  }

  private static List<String> problemsIn(MarkdownFile document) {
    List<String> problems = new ArrayList<>();
    for (MarkdownFile.Line line : document.prose()) {
      CODE.matcher(line.text())
          .results()
          .map(code -> code.group(1).strip().split("\\s+")[0])
          .filter(path -> PATH.matcher(path).matches())
          .filter(path -> Stream.of(path.split("/")).noneMatch(MADE::contains))
          .filter(path -> !exists(document, path))
          .forEach(
              path ->
                  problems.add(
                      document.at(line.number()) + " names " + path + ", which does not exist"));
    }
    return problems;
  }

  private static boolean exists(MarkdownFile document, String path) {
    String first = path.substring(0, path.indexOf('/'));
    if (first.equals("..") || first.equals(".")) {
      return found(document.file().getParent(), path);
    }
    if (first.equals("src")) {
      Path folder = document.file().getParent();
      while (folder.startsWith(document.root())) {
        if (found(folder, path)) {
          return true;
        }
        folder = folder.getParent();
      }
      return false;
    }
    return !Files.isDirectory(document.root().resolve(first)) || found(document.root(), path);
  }

  private static boolean found(Path folder, String path) {
    List<Path> places = List.of(folder);
    for (String name : path.split("/")) {
      places = places.stream().flatMap(place -> named(place, name).stream()).toList();
    }
    return !places.isEmpty();
  }

  private static List<Path> named(Path folder, String name) {
    if (name.indexOf('*') < 0 && name.indexOf('{') < 0) {
      Path one = folder.resolve(name);
      return Files.exists(one) ? List.of(one) : List.of();
    }
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, name)) {
      List<Path> found = new ArrayList<>();
      entries.forEach(found::add);
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
