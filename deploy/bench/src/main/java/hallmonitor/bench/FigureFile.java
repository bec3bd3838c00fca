package hallmonitor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Figures as JSON, with the machine and the commit that they were measured on. */
public final class FigureFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FigureFile() {}

  /** Writes the figures by name if a file is given. */
  public static void write(Optional<Path> file, Map<String, ?> figures) throws IOException {
    if (file.isPresent()) {
      Map<String, Object> all = new LinkedHashMap<>(figures);
      all.put("system", System.getProperty("os.name"));
      all.put("processors", Runtime.getRuntime().availableProcessors());
      all.put("java", System.getProperty("java.version"));
      all.put("commit", commit());
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.get().toFile(), all);
    }
  }

  /** Returns the checkout's commit; a source archive has none. */
  private static String commit() throws IOException {
    try {
      Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
      String answer = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
      return git.waitFor() == 0 ? answer : "unknown";
    } catch (InterruptedException e) {
      throw new IOException("interrupted while git named the commit", e);
    } catch (IOException e) {
      return "unknown"; // no git on this machine
    }
  }

  /**
   * Checks a number of the command line.
   *
   * @throws ToolFailure if it is below zero, with the option's name
   */
  public static void notNegative(String option, int value) {
    if (value < 0) {
      throw new ToolFailure(option + " must be zero or more, not " + value + ".");
    }
  }
}
