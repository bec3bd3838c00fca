package hallmonitor.system.docs;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what can be reached from a document by following its links. */
final class LinkReach {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s:]+)(?:#[^)\\s]*)?\\)");

  private LinkReach() {}

  /**
   * Returns the reachable documents.
   *
   * @param clicks most links to follow in a row
   */
  static Set<Path> from(Path start, int clicks, List<MarkdownFile> documents) {
    Set<Path> reached = new HashSet<>(Set.of(start));
    for (int i = 0; i < clicks; i++) {
      Set<Path> before = Set.copyOf(reached);
      documents.stream()
          .filter(document -> before.contains(document.file()))
          .forEach(document -> reached.addAll(targets(document)));
    }
    return reached;
  }

  private static List<Path> targets(MarkdownFile document) {
    return document.prose().stream()
        .flatMap(line -> LINK.matcher(line.text()).results())
        .map(link -> document.file().resolveSibling(link.group(1)).normalize())
        .toList();
  }
}
