package hallmonitor.moderation.finding.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A rule file on the class path. Lines that start with {@code #} are comments. */
public final class RuleFile {
  /**
   * @param number from 1
   * @param text not blank, and without white space at its end
   */
  public record Line(String file, int number, String text) {
    public boolean isIndented() {
      return text.startsWith(" ");
    }

    /** Returns whether the line is an example of a rule, such as {@code yes: ...}. */
    public boolean isExample() {
      return isIndented() && (text.strip().startsWith("yes:") || text.strip().startsWith("no:"));
    }

    /** Returns the file and line, such as {@code patterns/threats.txt:12}. */
    public String place() {
      return file.substring(1) + ":" + number;
    }

    public IllegalStateException wrong(String what) {
      return new IllegalStateException(place() + ": " + what);
    }
  }

  private RuleFile() {}

  public static List<Line> lines(String file) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : read(file).split("\n", -1)) {
      number++;
      if (!text.isBlank() && !text.startsWith("#")) {
        lines.add(new Line(file, number, text.stripTrailing()));
      }
    }
    return lines;
  }

  private static String read(String file) {
    try (InputStream in = RuleFile.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            "the rule file " + file + " is missing from the class path");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
