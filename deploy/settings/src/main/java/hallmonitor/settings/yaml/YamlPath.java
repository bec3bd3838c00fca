package hallmonitor.settings.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of a value in a file, independent of lines: {@code people, 3, email}.
 *
 * @param steps keys as String, and list indexes as Integer from 0
 */
public record YamlPath(List<Object> steps) {
  public static final YamlPath ROOT = new YamlPath(List.of());

  public YamlPath {
    steps = List.copyOf(steps);
  }

  public static YamlPath of(Object... steps) {
    return new YamlPath(List.of(steps));
  }

  public YamlPath then(Object step) {
    List<Object> more = new ArrayList<>(steps);
    more.add(step);
    return new YamlPath(more);
  }

  public boolean isRoot() {
    return steps.isEmpty();
  }

  /**
   * Returns the parent path.
   *
   * @throws IndexOutOfBoundsException for the root
   */
  public YamlPath parent() {
    return new YamlPath(steps.subList(0, steps.size() - 1));
  }

  /**
   * Returns the last step.
   *
   * @throws IndexOutOfBoundsException for the root
   */
  public Object last() {
    return steps.get(steps.size() - 1);
  }

  /** Returns whether this path equals the other or is below it. */
  public boolean isIn(YamlPath other) {
    int length = other.steps.size();
    return steps.size() >= length && steps.subList(0, length).equals(other.steps);
  }
}
