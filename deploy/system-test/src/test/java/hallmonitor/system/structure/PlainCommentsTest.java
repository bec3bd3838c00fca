package hallmonitor.system.structure;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Comments, Javadoc and documents do without the words that deploy/docs/develop/words.md lists. */
class PlainCommentsTest {
  /** What to write instead, by the words that have no place. */
  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          entry("whoever|whomever|whosoever|whomsoever", "anyone who, or name the person"),
          entry("whose|whom", "a clause with who, with or that has; or two sentences"),
          entry("of which", "a new sentence"),
          entry("shall", "must or will"),
          entry("(?:here|there|where)(?:of|in|by|from|to|upon|with)", "the name of the thing"),
          entry("anew|once more", "again"),
          entry("for ever", "forever"),
          entry("lest", "so that ... not"),
          entry("likewise", "too, or the same words again"),
          entry("be it", "whether ... or"),
          entry("upon", "on"),
          entry("whilst|amongst", "while, among"),
          entry("mend(?:s|ed|ing)?", "fix"),
          entry("telephones?", "phone"));

  /** What is between two words, also where a comment goes on in the next line. */
  private static final String GAP = "[\\s*#/-]+";

  private static final Pattern ODD =
      Pattern.compile("(?i)\\b(?:" + String.join("|", INSTEAD.keySet()).replace(" ", GAP) + ")\\b");

  private static final Path ROOT = Path.of("../..");

  /** Built, fetched or written at run time. */
  private static final Set<String> NO_SOURCES = Set.of(".git", "target", "data", "node_modules");

  /** Migrations must not change, and one document lists the words. */
  private static final Set<String> EXEMPT = Set.of("migration", "words.md");

  @Test
  void commentsAndDocumentsUsePlainWords() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      found.addAll(odd(ROOT.relativize(file).toString(), Files.readString(file)));
    }
    assertThat(found).as("see deploy/docs/develop/words.md").isEmpty();
  }

  @Test
  void aWordIsFoundInACommentAndAcrossLines() {
    assertThat(odd("A.java", "int a;\n// Tries once\n// more, upon a start.\nint b;"))
        .containsExactlyInAnyOrder(
            "A.java:2: once more (write again)", "A.java:3: upon (write on)");
    assertThat(odd("a.yaml", "a: b  # whose\n")).hasSize(1);
    assertThat(odd("a.css", "a {}\n/* Likewise. */")).hasSize(1);
    assertThat(odd("a.sql", "select 1 -- lest\n")).hasSize(1);
    assertThat(odd("a.html", "{! Whoever\n reads. !}")).hasSize(1);
    assertThat(odd("run", "#!/bin/sh\n# For ever.\n")).hasSize(1);
    assertThat(odd("a.md", "All of\nwhich is odd.")).hasSize(1);
  }

  @Test
  void codeAndQuotationsSayWhatTheyMust() {
    assertThat(odd("A.java", "int whose = 1; String a = \"// whom\";\n// \"Upon\", they say."))
        .isEmpty();
    assertThat(odd("a.md", "A `whose` and *the man whose car* in\n\n```\nshall\n```\n")).isEmpty();
    assertThat(odd("a.yaml", "a: 'upon'\n")).isEmpty();
    assertThat(odd("a.csv", "# upon")).isEmpty();
  }

  /** Returns each odd word with its file, line and what to write instead. */
  private static List<String> odd(String file, String content) {
    String prose = CommentText.of(file, content);
    return ODD.matcher(prose)
        .results()
        .map(
            word -> {
              long line = prose.substring(0, word.start() + 1).lines().count();
              String said = word.group().replaceAll(GAP, " ");
              return "%s:%d: %s (write %s)".formatted(file, line, said, instead(said));
            })
        .toList();
  }

  private static String instead(String said) {
    return INSTEAD.entrySet().stream()
        .filter(words -> said.toLowerCase(Locale.ROOT).matches(words.getKey()))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return skipped(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!skipped(file) && CommentText.isRead(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static boolean skipped(Path path) {
    String name = path.getFileName().toString();
    return NO_SOURCES.contains(name) || EXEMPT.contains(name);
  }
}
