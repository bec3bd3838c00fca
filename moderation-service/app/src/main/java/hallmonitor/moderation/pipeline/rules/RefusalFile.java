package hallmonitor.moderation.pipeline.rules;

import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.InvalidFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The students with families that have refused publication: one name per line, as {@code Ana Ruiz
 * Mora} or {@code Ruiz Mora, Ana}; lines that begin with {@code #} are comments. The file names
 * children, so it is stored with the secrets, and no message repeats its content.
 */
final class RefusalFile {
  static final String NAME = "media-release-refusals.txt";

  private static final int LONGEST = 100;
  private static final Pattern NAME_LINE =
      Pattern.compile("[\\p{L}\\p{M}.'’ -]{1,60}(?:,[\\p{L}\\p{M}.'’ -]{1,60})?");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}.'’-]{1,60}");

  private RefusalFile() {}

  /**
   * Reads the file.
   *
   * @param text empty if there is no such file
   * @throws InvalidFileException with every line that is not a name
   */
  static List<String> read(String text) {
    List<String> names = new ArrayList<>();
    List<FileProblem> problems = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      String name = line.replace("\uFEFF", "").strip();
      if (name.isEmpty() || name.startsWith("#")) {
        continue;
      }
      if (name.length() > LONGEST || !NAME_LINE.matcher(name).matches()) {
        problems.add(
            problem(
                number, "holds more than a name: letters, a comma between family and given name"));
      } else if (WORD.matcher(name).results().count() < 2) {
        problems.add(problem(number, "needs a given name and a family name"));
      } else {
        names.add(name);
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
    return List.copyOf(names);
  }

  private static FileProblem problem(int line, String message) {
    return new FileProblem(NAME, line, 1, message);
  }
}
