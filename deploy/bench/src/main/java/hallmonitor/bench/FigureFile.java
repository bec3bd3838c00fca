package hallmonitor.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Figures as JSON, with the machine that they were measured on. */
final class FigureFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FigureFile() {}

  /** Writes the figures by name if a file is given. */
  static void write(Optional<Path> file, Map<String, ?> figures) throws IOException {
    if (file.isPresent()) {
      Map<String, Object> all = new TreeMap<>(figures);
      all.put("system", System.getProperty("os.name"));
      all.put("processors", Runtime.getRuntime().availableProcessors());
      all.put("java", System.getProperty("java.version"));
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.get().toFile(), all);
    }
  }

  /**
   * Checks a number of the command line.
   *
   * @throws ToolFailure if it is below zero, with the option's name
   */
  static void notNegative(String option, int value) {
    if (value < 0) {
      throw new ToolFailure(option + " must be zero or more, not " + value + ".");
    }
  }
}
