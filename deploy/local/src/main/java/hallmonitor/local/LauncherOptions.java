package hallmonitor.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line options.
 *
 * @param help print {@link #helpText()} and do nothing else
 * @param stopWithParent stop everything when the parent process ends
 */
record LauncherOptions(StackSettings settings, boolean help, boolean stopWithParent) {
  /** Thrown for wrong usage; the message is one sentence. */
  static final class UsageError extends RuntimeException {
    UsageError(String sentence) {
      super(sentence);
    }
  }

  private static final String SYSTEM_PROPERTY_PREFIX = "up.";
  private static final List<String> WITH_VALUE = List.of("--root", "--data", "--config", "--otlp");
  private static final List<String> FLAGS = List.of("--full-speed", "--stop-with-parent", "--help");

  /**
   * Parses options.
   *
   * @param property returns a system property by name, or null: {@code -Dup.port.console=9080} is
   *     {@code --port.console=9080}
   * @throws UsageError naming the wrong option
   */
  static LauncherOptions parse(List<String> arguments, UnaryOperator<String> property) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String known : known()) {
      String value = property.apply(SYSTEM_PROPERTY_PREFIX + known.substring(2));
      if (value != null) {
        given.put(known, value);
      }
    }
    for (String argument : arguments) {
      put(given, argument);
    }
    return new LauncherOptions(
        settings(given), given.containsKey("--help"), given.containsKey("--stop-with-parent"));
  }

  private static List<String> known() {
    return Stream.of(
            WITH_VALUE.stream(),
            FLAGS.stream(),
            Arrays.stream(PortName.values()).map(PortName::option))
        .flatMap(names -> names)
        .toList();
  }

  private static void put(Map<String, String> given, String argument) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    if (!known().contains(name)) {
      throw new UsageError("There is no option '" + name + "'; --help lists those that there are.");
    }
    if (FLAGS.contains(name) != equals < 0) {
      throw new UsageError(
          FLAGS.contains(name)
              ? name + " takes no value."
              : "Write " + name + "=VALUE, with the value after an equals sign.");
    }
    given.put(name, argument.substring(equals + 1));
  }

  private static StackSettings settings(Map<String, String> given) {
    Path root = Path.of(given.getOrDefault("--root", "."));
    Path data = Optional.ofNullable(given.get("--data")).map(Path::of).orElse(root.resolve("data"));
    return new StackSettings(
        root,
        data,
        Optional.ofNullable(given.get("--config")).map(Path::of),
        ports(given),
        Optional.ofNullable(given.get("--otlp")),
        given.containsKey("--full-speed"),
        Map.of());
  }

  private static Ports ports(Map<String, String> given) {
    try {
      return new Ports(
          Arrays.stream(PortName.values())
              .collect(
                  Collectors.toMap(
                      name -> name,
                      name ->
                          Optional.ofNullable(given.get(name.option()))
                              .map(value -> number(name, value))
                              .orElse(name.standard()))));
    } catch (IllegalArgumentException e) {
      throw new UsageError("Wrong port: " + e.getMessage() + ".");
    }
  }

  private static int number(PortName name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new UsageError(name.option() + " must be a number, not '" + value + "'.");
    }
  }

  /** Returns every option with its default. */
  static String helpText() {
    String ports =
        Arrays.stream(PortName.values())
            .map(
                name ->
                    "  %-28s port of %s (%d)"
                        .formatted(name.option() + "=N", name.what(), name.standard()))
            .collect(Collectors.joining("\n"));
    return """
        Starts Hall Monitor on this machine: PostgreSQL, Kafka, a mailbox, the practice page and the three services.

          mvn -Pup                                       builds what is not built and starts
          mvn -Pup -Dup.args="--port.console=9080"       the same with options
          java -jar deploy/local/target/hall-monitor.jar --root=. [options]

        Everything listens on 127.0.0.1 only. Each option can also be given to java as a system property:
        -Dup.port.console=9080 is --port.console=9080.

          --root=FOLDER                the folder that was built (the current one)
          --data=FOLDER                where everything is kept (data in the root)
          --config=FOLDER              where the district's YAML files are (config in the data folder)
        %s
          --otlp=http://HOST:4318      send traces there (none are recorded)
          --full-speed                 let the services' JVMs optimise fully: slower to start, for benchmarks
          --stop-with-parent           stop when the process that started this one has gone
          --help                       print this
        """
        .formatted(ports);
  }
}
