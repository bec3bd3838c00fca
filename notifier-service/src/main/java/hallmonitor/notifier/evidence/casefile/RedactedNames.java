package hallmonitor.notifier.evidence.casefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The names that a redacted package leaves out.
 *
 * @param students in file order; the number replaces the name
 */
public record RedactedNames(List<Student> students) {
  private static final String REASON = "name of a student";

  /**
   * A student.
   *
   * @param parts folded words of the name
   * @param reason why it is left out, from the file
   */
  record Student(int number, List<String> parts, String reason) {
    String placeholder() {
      return "[student " + number + "]";
    }
  }

  public RedactedNames {
    students = List.copyOf(students);
  }

  /**
   * Parses one name per line, {@code Ana Ruiz Mora} or {@code Ruiz Mora, Ana}, optionally followed
   * by {@code | the reason}; lines that begin with {@code #} are comments.
   */
  public static RedactedNames read(String text) {
    List<Student> students = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int bar = line.indexOf('|');
      String name = bar < 0 ? line : line.substring(0, bar);
      String reason = bar < 0 ? REASON : line.substring(bar + 1).strip();
      List<String> parts =
          Arrays.stream(FoldedText.of(name).text().split("[^\\p{L}\\p{N}]+"))
              .filter(p -> !p.isEmpty())
              .toList();
      if (!parts.isEmpty()) {
        students.add(new Student(students.size() + 1, parts, reason));
      }
    }
    return new RedactedNames(students);
  }
}
