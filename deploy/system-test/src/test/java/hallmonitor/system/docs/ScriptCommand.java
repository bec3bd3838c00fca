package hallmonitor.system.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks a command of {@code deploy/} against its script. Its options must occur in the script,
 * where the header is the help, or in the package of the program that it starts, or in a mixin of
 * that package.
 */
final class ScriptCommand {
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z0-9.-]*");
  private static final Pattern PROGRAM = Pattern.compile("hallmonitor(?:\\.[a-z]+)+\\.[A-Z]\\w*");

  /** How the tools of one module are started, see deploy/training.sh. */
  private static final Pattern TOOL = Pattern.compile("run_tool (?=[a-zA-Z])");

  /** A class with options that several programs have. */
  private static final Pattern MIXIN = Pattern.compile("@Mixin\\s+(?:private |final )+(\\w+)");

  private final Path root;
  private final Map<Path, String> known = new HashMap<>();

  ScriptCommand(Path root) {
    this.root = root;
  }

  /** Returns what this command names but the script does not know. */
  List<String> problems(List<String> words) {
    Path script = root.resolve(words.get(0));
    if (!Files.isRegularFile(script)) {
      return List.of("there is no script " + words.get(0));
    }
    if (!Files.isExecutable(script)) {
      return List.of(words.get(0) + " cannot be executed");
    }
    String options = known.computeIfAbsent(script, this::known);
    List<String> problems = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
      Matcher option = OPTION.matcher(word);
      if (option.lookingAt() && !hasWord(options, option.group())) {
        problems.add(words.get(0) + " has no option " + option.group());
      }
    }
    return problems;
  }

  /** Returns everything that could contain an option of the script. */
  private String known(Path script) {
    String text = TOOL.matcher(read(script)).replaceAll("hallmonitor.moderation.training.");
    return text + program(text);
  }

  private static boolean hasWord(String text, String option) {
    return Pattern.compile(Pattern.quote(option) + "(?![a-z0-9-])").matcher(text).find();
  }

  /**
   * Returns the sources beside the program that a script starts, and of their mixins; empty if it
   * starts none.
   */
  private String program(String script) {
    Matcher program = PROGRAM.matcher(script);
    StringBuilder sources = new StringBuilder();
    while (program.find()) {
      String folder = program.group().replaceFirst("\\.[A-Z]\\w*$", "").replace('.', '/');
      Path beside = Path.of("src/main/java").resolve(folder);
      sources.append(sources(file -> file.getParent().endsWith(beside)));
    }
    Set<String> mixins =
        MIXIN.matcher(sources).results().map(m -> m.group(1) + ".java").collect(Collectors.toSet());
    if (!mixins.isEmpty()) {
      sources.append(sources(file -> mixins.contains(file.getFileName().toString())));
    }
    return sources.toString();
  }

  private String sources(Predicate<Path> which) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(f -> f.toString().endsWith(".java"))
          .filter(which)
          .map(ScriptCommand::read)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
