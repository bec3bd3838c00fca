package hallmonitor.moderation.policy.file;

import hallmonitor.moderation.finding.NamedWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Changes one part of a policy's text and keeps the rest as written, comments included. If the
 * layout does not allow that, the whole text is rewritten without comments.
 */
public final class PolicyText {
  private final WrittenPolicy written;
  private final List<String> lines;

  private PolicyText(String text, WrittenPolicy written) {
    this.written = written;
    this.lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
  }

  /** Returns empty if the text is not YAML. */
  public static Optional<PolicyText> of(String text) {
    return WrittenPolicy.of(text).map(written -> new PolicyText(text, written));
  }

  /** Returns a clause as it would be written in the file. */
  public static String of(WrittenClause clause) {
    return String.join("\n", PolicyWriter.clause(clause, 0));
  }

  public WrittenPolicy written() {
    return written;
  }

  public String titled(String title) {
    return block("title:", List.of(PolicyWriter.title(title)), written.titled(title));
  }

  public String naming(NamedWords words) {
    return block("words:", PolicyWriter.words(words), written.naming(words));
  }

  private String block(String key, List<String> by, WrittenPolicy wanted) {
    int from = line(key);
    if (from >= 0) {
      return replaced(from, trimmed(from + 1, nextKey(from + 1)), by, wanted);
    }
    int before = line("clauses:");
    return before < 0 ? PolicyWriter.all(wanted) : replaced(before, before, by, wanted);
  }

  /**
   * Replaces a clause.
   *
   * @param index from 0, less than the number of clauses
   */
  public String with(int index, WrittenClause clause) {
    int from = start(index);
    return from < 0
        ? PolicyWriter.all(written.with(index, clause))
        : replaced(
            from,
            end(index),
            PolicyWriter.clause(clause, indent(from)),
            written.with(index, clause));
  }

  /**
   * Inserts a clause.
   *
   * @param index its position, from 0 to the number of clauses
   */
  public String adding(int index, WrittenClause clause) {
    WrittenPolicy wanted = written.adding(index, clause);
    int at = index == 0 ? start(0) : start(index - 1) < 0 ? -1 : end(index - 1);
    if (written.clauses().isEmpty() || at < 0) {
      return PolicyWriter.all(wanted);
    }
    int indent = indent(start(Math.max(0, index - 1)));
    return replaced(at, at, PolicyWriter.clause(clause, indent), wanted);
  }

  public String without(int index) {
    int from = start(index);
    return from < 0
        ? PolicyWriter.all(written.without(index))
        : replaced(from, end(index), List.of(), written.without(index));
  }

  /**
   * Replaces the lines from {@code from} up to but not including {@code to}, if the result means
   * what is wanted.
   */
  private String replaced(int from, int to, List<String> by, WrittenPolicy wanted) {
    List<String> changed = new ArrayList<>(lines.subList(0, from));
    changed.addAll(by);
    changed.addAll(lines.subList(to, lines.size()));
    String text = String.join("\n", changed);
    return WrittenPolicy.of(text).filter(wanted::saysTheSameAs).isPresent()
        ? text
        : PolicyWriter.all(wanted);
  }

  /** Returns the line of a clause's dash, or -1 if the dash does not start a line. */
  private int start(int index) {
    if (index >= written.clauses().size()) {
      return -1;
    }
    int line = written.clauses().get(index).at().line() - 1;
    return line >= 0 && line < lines.size() && lines.get(line).strip().startsWith("-") ? line : -1;
  }

  private int end(int index) {
    int next = start(index + 1);
    return trimmed(start(index) + 1, next < 0 ? nextKey(start(index) + 1) : next);
  }

  private int indent(int line) {
    return lines.get(line).indexOf('-');
  }

  private int line(String key) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(key)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the next line that starts another top-level key. */
  private int nextKey(int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).matches("[^\\s#-].*")) {
        return i;
      }
    }
    return lines.size();
  }

  /** Excludes trailing blank lines and comments, because they belong to what follows. */
  private int trimmed(int from, int to) {
    int end = to;
    while (end > from && lines.get(end - 1).matches("\\s*(#.*)?")) {
      end--;
    }
    return end;
  }
}
