package hallmonitor.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Where a command's figures go, a mixin of picocli: the table, and with {@code --json} a file. Both
 * say the machine, the versions, the commit and every option of the command with its value.
 */
public final class FigureOutput {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "--json";

  private final boolean stack;
  private final Instant began = Instant.now();
  private Map<String, Object> on = Map.of();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = FILE,
      paramLabel = "FILE",
      description = "writes the figures there, too, with machine, versions, commit and options")
  private Optional<Path> json = Optional.empty();

  private FigureOutput(boolean stack) {
    this.stack = stack;
  }

  /** Of a measurement with PostgreSQL and Kafka. */
  public static FigureOutput ofStack() {
    return new FigureOutput(true);
  }

  /** Of a measurement without PostgreSQL and Kafka. */
  public static FigureOutput withoutStack() {
    return new FigureOutput(false);
  }

  /**
   * Notes what the figures depend on, which may change while it measures, and checks that the file
   * can be written. Comes before anything else of this class.
   *
   * @throws ToolFailure if its folder is missing, or it is a folder
   */
  public void check() throws IOException {
    on = MeasuredOn.now(began, stack);
    if (json.isPresent()) {
      Path file = json.get().toAbsolutePath();
      if (Files.isDirectory(file)) {
        throw new ToolFailure(FILE + ": " + file + " is a folder; name a file in it.");
      }
      if (!Files.isDirectory(Objects.requireNonNull(file.getParent()))) {
        throw new ToolFailure(FILE + ": there is no folder " + file.getParent() + ".");
      }
    }
  }

  /** Prints what the figures depend on, in two lines: the machine and so on, and the options. */
  public void head() {
    System.out.printf(
        "%n%s%n%s %s%n",
        on.entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining(", ")),
        command().qualifiedName(),
        options().entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining(" ")));
  }

  /** Prints the figures with a head, and writes them if a file is given. */
  public void report(Figures figures) throws IOException {
    head();
    figures.print();
    write(figures.byName());
  }

  /** Writes the figures by name if a file is given. */
  public void write(Map<String, ?> figures) throws IOException {
    if (json.isPresent()) {
      Map<String, Object> all = new LinkedHashMap<>(figures);
      all.putAll(on);
      all.put("options", options());
      JSON.writerWithDefaultPrettyPrinter().writeValue(json.get().toFile(), all);
    }
  }

  /** Returns each option by name, with its default where it was not given. */
  private Map<String, Object> options() {
    Map<String, Object> values = new LinkedHashMap<>();
    command().positionalParameters().forEach(one -> put(values, one.paramLabel(), one));
    command().options().stream()
        .filter(one -> !one.usageHelp() && !one.longestName().equals(FILE))
        .forEach(one -> put(values, one.longestName(), one));
    return values;
  }

  private static void put(Map<String, Object> values, String name, ArgSpec option) {
    Object value = option.getValue();
    Object given = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (given != null) {
      values.put(
          name, given instanceof Number || given instanceof Boolean ? given : given.toString());
    }
  }

  private CommandSpec command() {
    return Objects.requireNonNull(command, "picocli sets the command");
  }
}
