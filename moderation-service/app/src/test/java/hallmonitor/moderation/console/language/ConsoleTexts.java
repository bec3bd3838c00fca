package hallmonitor.moderation.console.language;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that people read, taken from the sources: templates, sentences, scripts, mails. */
final class ConsoleTexts {
  private static final Path MAIN = Path.of("src/main");
  private static final Path SCRIPTS = MAIN.resolve("resources/META-INF/resources/console");
  private static final Pattern SAY = Pattern.compile("\\bsay\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern SPANISH_ENTRY =
      Pattern.compile("(?m)^  \"([^\"]+)\":\\s+\"([^\"]+)\",$");

  private ConsoleTexts() {}

  /** Returns the sources of templates, by their path below the console's folder. */
  static Map<String, String> templates() {
    Path folder = MAIN.resolve("resources/templates/console");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .collect(
              Collectors.toMap(
                  file -> folder.relativize(file).toString().replace(".html", ""),
                  ConsoleTexts::text,
                  (one, other) -> one,
                  LinkedHashMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the segments of each template, as {@link Bilingual} defines them. */
  static Map<String, Set<String>> segments() {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    templates()
        .forEach(
            (page, source) ->
                Bilingual.of(
                    source,
                    text -> {
                      found.computeIfAbsent(page, p -> new LinkedHashSet<>()).add(text);
                      return Optional.empty();
                    }));
    return found;
  }

  /** Returns the English of the program's sentences. */
  static Set<String> sentences() {
    Set<String> said = new TreeSet<>(SourceSentences.in(MAIN.resolve("java")));
    said.addAll(SourceSentences.in(Path.of("../judging/src/main/java")));
    return said;
  }

  /** Returns the reasons in the files of rules: what follows the first colon of a rule's line. */
  static Set<String> reasons() {
    try (Stream<Path> files = Files.list(Path.of("../judging/src/main/resources/patterns"))) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .flatMap(file -> text(file).lines())
          .filter(line -> line.startsWith("rule "))
          .map(line -> line.substring(line.indexOf(": ") + 2).strip())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text of all modules of the console's scripts. */
  static String modules() {
    try (Stream<Path> files = Files.list(SCRIPTS.resolve("script"))) {
      return files.sorted().map(ConsoleTexts::text).collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the English that scripts say. */
  static Set<String> saidByScripts() {
    return SAY.matcher(modules())
        .results()
        .map(said -> said.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns what scripts say, with its Spanish. */
  static Map<String, String> scripts() {
    return SPANISH_ENTRY
        .matcher(text(SCRIPTS.resolve("spanish.js")))
        .results()
        .collect(
            Collectors.toMap(
                (MatchResult entry) -> entry.group(1),
                entry -> entry.group(2),
                (a, b) -> a,
                LinkedHashMap::new));
  }

  /** Returns the texts of a pair of property files, by key: the English beside its Spanish. */
  static Map<String, String[]> properties(String english, String spanish) {
    Properties here = properties(english);
    Properties there = properties(spanish);
    Map<String, String[]> found = new TreeMap<>();
    here.stringPropertyNames()
        .forEach(
            key ->
                found.put(key, new String[] {here.getProperty(key), there.getProperty(key, "")}));
    return found;
  }

  private static Properties properties(String file) {
    Properties found = new Properties();
    try {
      found.load(new StringReader(text(Path.of(file))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
