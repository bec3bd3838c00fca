package hallmonitor.system.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who runs each command of the documents, and whether they do. */
final class CommandRuns {
  /** The tests that run commands as they are written. */
  static final String AS_WRITTEN = "DocumentedCommandsIT";

  /** The same tests, in a folder that holds the files the documents speak of. */
  static final String ON_FILES = AS_WRITTEN + " on files of its own";

  private static final String BUILD = "mvn verify";
  private static final String CI = ".ci/run";
  private static final String NOBODY = "nobody: ";

  private static final Pattern ENTRY = Pattern.compile("(?m)^([^#\\s].*?) {2,}(\\S.*)$");
  private static final Pattern PART = Pattern.compile("[a-z][a-z-]+");

  private final Path root;
  private final List<Path> sources;
  private final List<Entry> entries;

  /**
   * One line of the list.
   *
   * @param begins the first words of the commands
   * @param by who runs them
   */
  record Entry(String begins, String by) {
    boolean fits(String command) {
      return (command + " ").startsWith(begins + " ");
    }
  }

  /**
   * Reads a list.
   *
   * @param list in the form of {@code command-runs.txt}
   */
  CommandRuns(Path root, String list) {
    this.root = root;
    this.sources = MavenCommand.sources(root);
    this.entries =
        ENTRY.matcher(list).results().map(m -> new Entry(m.group(1), m.group(2))).toList();
  }

  /** Reads {@code command-runs.txt}. */
  static CommandRuns of(Path root) {
    try (InputStream in = CommandRuns.class.getResourceAsStream("command-runs.txt")) {
      return new CommandRuns(root, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns who runs a command; empty if the list does not say. */
  Optional<Entry> entry(CommandLines.Command command) {
    return entries.stream()
        .filter(entry -> entry.fits(command.text()))
        .max(Comparator.comparingInt(entry -> entry.begins().length()));
  }

  /** Returns the lines that decide about none of these commands. */
  List<Entry> unused(List<CommandLines.Command> commands) {
    List<Entry> used = commands.stream().flatMap(command -> entry(command).stream()).toList();
    return entries.stream().filter(entry -> !used.contains(entry)).toList();
  }

  /** Returns why no one runs a command, although a document names it; empty if someone does. */
  Optional<String> problem(CommandLines.Command command) {
    Optional<Entry> entry = entry(command);
    if (entry.isEmpty()) {
      return Optional.of("nothing runs this; say in command-runs.txt who does, or why nobody");
    }
    String by = entry.get().by();
    if (by.startsWith(NOBODY) || by.equals(AS_WRITTEN) || by.equals(ON_FILES)) {
      return Optional.empty();
    }
    boolean runs =
        switch (by) {
          case BUILD -> isPartOfTheBuild(command.words());
          case CI -> isIn(read(root.resolve(CI)), command.text());
          default -> isGivenBy(by, command.words());
        };
    return runs ? Optional.empty() : Optional.of(by + " does not run it");
  }

  /** Surefire runs the classes with names that end in Test. */
  private static boolean isPartOfTheBuild(List<String> words) {
    return words.stream()
        .filter(word -> word.startsWith("-P") || word.startsWith("-Dtest="))
        .allMatch(word -> Stream.of(word.split(",")).allMatch(test -> test.endsWith("Test")));
  }

  private static boolean isIn(String script, String command) {
    return script
        .lines()
        .filter(line -> !line.startsWith("#"))
        .anyMatch(line -> line.replace(" -B", "").contains(command));
  }

  /** A test gives a program options and the names of its parts as strings of their own. */
  private boolean isGivenBy(String test, List<String> words) {
    List<Path> files = sources.stream().filter(f -> f.endsWith(test + ".java")).toList();
    Stream<String> options = words.stream().filter(word -> word.startsWith("--"));
    Stream<String> part = words.stream().skip(1).limit(1).filter(w -> PART.matcher(w).matches());
    return files.size() == 1
        && Stream.concat(part, options)
            .map(word -> '"' + word.replaceFirst("=.*", ""))
            .allMatch(read(files.get(0))::contains);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
