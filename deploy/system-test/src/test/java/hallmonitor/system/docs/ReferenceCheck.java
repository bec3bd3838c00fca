package hallmonitor.system.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that the reference pages name every setting and every metric of the services. */
final class ReferenceCheck {
  private static final Pattern SETTING =
      Pattern.compile(
          "(?m)^ +(?!return|throw)(?:Optional<)?([A-Za-z][\\w<>, .]*?)>? ([a-z]\\w*)\\(\\);");
  private static final Pattern METRIC =
      Pattern.compile(
          "(?:builder|counter|timer|gauge)\\(\\s*(?:\\w+,\\s*)?\"(hallmonitor\\.[a-z.]+)\"");

  private final List<String> sources;

  /**
   * Creates a check.
   *
   * @param root of the repository, or of a sample
   */
  ReferenceCheck(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      this.sources =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().contains("src/main/java"))
              .map(ReferenceCheck::read)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns settings, by their last part such as {@code MAX_BATCH}, that no name in the text ends
   * with.
   */
  List<String> settingsMissingIn(String text) {
    return sources.stream()
        .filter(s -> s.contains("@ConfigMapping") || s.contains("import io.smallrye.config.With"))
        .flatMap(source -> SETTING.matcher(source).results())
        .filter(setting -> !isGroup(setting.group(1)))
        .map(setting -> setting.group(2).replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT))
        .filter(setting -> !isNamed(setting, text))
        .toList();
  }

  /** A group of settings has its own interface. */
  private boolean isGroup(String type) {
    return sources.stream().anyMatch(source -> source.contains("interface " + type + " {"));
  }

  private static boolean isNamed(String setting, String text) {
    String property = setting.toLowerCase(Locale.ROOT).replace('_', '-');
    return text.contains("_" + setting + "`") || text.contains("." + property + "`");
  }

  /** Returns metrics, spelled as in Prometheus without a unit, that the text does not name. */
  List<String> metricsMissingIn(String text) {
    return sources.stream()
        .flatMap(source -> METRIC.matcher(source).results().map(metric -> metric.group(1)))
        .map(metric -> metric.replace('.', '_'))
        .distinct()
        .filter(metric -> !text.contains("`" + metric))
        .sorted()
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
