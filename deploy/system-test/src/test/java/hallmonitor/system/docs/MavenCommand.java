package hallmonitor.system.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks a Maven command against the poms: its profiles, modules, tests and properties. */
final class MavenCommand {
  private static final Set<String> GOALS =
      Set.of(
          "clean", "test-compile", "test", "package", "verify", "spotless:apply", "spotless:check");
  private static final Set<String> FLAGS = Set.of("-q", "-B", "-am", "-o", "-U");

  private static final String OTHERS_MAY_LACK_IT = "-Dsurefire.failIfNoSpecifiedTests=false";

  /** Properties of Maven's own plugins. */
  private static final Set<String> PROPERTIES =
      Set.of(
          "test",
          "it.test",
          "skipTests",
          "skipITs",
          "maven.test.skip",
          "surefire.failIfNoSpecifiedTests",
          "failsafe.failIfNoSpecifiedTests");

  private final Path root;
  private final List<Path> files;

  MavenCommand(Path root) {
    this.root = root;
    this.files = sources(root);
  }

  /** Returns what this command names but the repository does not have. */
  List<String> problems(List<String> words) {
    List<String> problems = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("-pl")) {
        i++;
        Stream.of(i < words.size() ? words.get(i).split(",") : new String[] {""})
            .filter(m -> m.isEmpty() || !Files.exists(root.resolve(m).resolve("pom.xml")))
            .forEach(m -> problems.add("there is no module '" + m + "'"));
      } else if (word.startsWith("-P")) {
        String profile = word.substring(2);
        if (!anyPomHolds("<id>" + profile + "</id>")) {
          problems.add("there is no profile '" + profile + "'");
        }
      } else if (word.startsWith("-D")) {
        problems.addAll(property(word.substring(2)));
      } else if (!FLAGS.contains(word) && !GOALS.contains(word)) {
        problems.add("'" + word + "' is no goal or option known to DocumentCommandsTest");
      }
    }
    boolean oneTest = words.stream().anyMatch(word -> word.startsWith("-Dtest="));
    if (oneTest && words.contains("-am") && !words.contains(OTHERS_MAY_LACK_IT)) {
      problems.add("the modules before it lack that test: add " + OTHERS_MAY_LACK_IT);
    }
    return problems;
  }

  private List<String> property(String setting) {
    String name = setting.split("=", 2)[0];
    String value = setting.contains("=") ? setting.substring(name.length() + 1) : "";
    if (name.equals("test") || name.equals("it.test")) {
      return Stream.of(value.split(","))
          .map(test -> test.replaceFirst("#.*", ""))
          .filter(test -> files.stream().noneMatch(f -> f.endsWith(test + ".java")))
          .map(test -> "there is no test " + test)
          .toList();
    }
    boolean known =
        PROPERTIES.contains(name)
            || anyPomHolds("${" + name + "}")
            || anyPomHolds("<" + name + ">")
            || anyPomHolds("<" + name + "/>")
            || anyTestHolds("\"" + name + "\"");
    return known ? List.of() : List.of("nothing reads the property '" + name + "'");
  }

  private boolean anyPomHolds(String text) {
    return anyHolds("pom.xml", text);
  }

  private boolean anyTestHolds(String text) {
    return anyHolds(".java", text);
  }

  private boolean anyHolds(String ending, String text) {
    return files.stream().filter(f -> f.toString().endsWith(ending)).anyMatch(f -> holds(f, text));
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns poms and tests. */
  static List<Path> sources(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(
              f ->
                  f.endsWith("pom.xml")
                      || f.toString().endsWith(".java") && f.toString().contains("src/test/java"))
          .filter(f -> !f.toString().contains("/target/"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
