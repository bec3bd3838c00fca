package hallmonitor.system.docs;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that relative links are valid. Links to other hosts are not checked. */
final class LinkCheck {
  private static final Pattern CODE = Pattern.compile("`[^`]*`");
  private static final Pattern LINK = Pattern.compile("]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern ATTRIBUTE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

  private final Map<Path, Set<String>> anchors;

  private LinkCheck(List<MarkdownFile> documents) {
    this.anchors =
        documents.stream().collect(Collectors.toMap(MarkdownFile::file, HeadingAnchors::of));
  }

  /** Returns every broken link of these documents, by document and line. */
  static List<String> problems(List<MarkdownFile> documents) {
    LinkCheck check = new LinkCheck(documents);
    return documents.stream().flatMap(d -> check.problemsIn(d).stream()).toList();
  }

  private List<String> problemsIn(MarkdownFile document) {
    List<String> problems = new ArrayList<>();
    for (MarkdownFile.Line line : document.prose()) {
      String text = CODE.matcher(line.text()).replaceAll("");
      for (Pattern form : List.of(LINK, ATTRIBUTE)) {
        Function<String, String> problem = target -> problem(document, target);
        for (String target : form.matcher(text).results().map(m -> m.group(1)).toList()) {
          String what = problem.apply(target);
          if (what != null) {
            problems.add(document.at(line.number()) + " links to " + target + ", " + what);
          }
        }
      }
    }
    return problems;
  }

  /** Returns null if the link is valid. */
  private String problem(MarkdownFile document, String target) {
    if (ELSEWHERE.matcher(target).matches()) {
      return null;
    }
    Matcher parts = Pattern.compile("([^#]*)(?:#(.*))?").matcher(target);
    parts.matches();
    String place = URLDecoder.decode(parts.group(1), StandardCharsets.UTF_8);
    Path file =
        place.isEmpty()
            ? document.file()
            : document.file().resolveSibling(place).toAbsolutePath().normalize();
    if (!file.startsWith(document.root())) {
      return "which lies outside the repository";
    }
    if (!Files.exists(file)) {
      return "which does not exist";
    }
    if (parts.group(2) == null) {
      return null;
    }
    Set<String> there = anchors.get(file);
    return there != null && there.contains(parts.group(2)) ? null : "a heading that does not exist";
  }
}
