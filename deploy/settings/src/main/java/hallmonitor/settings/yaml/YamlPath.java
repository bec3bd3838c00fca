package hallmonitor.settings.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Where something stands in a file, whatever its lines: {@code people, 3, email}.
 *
 * @param steps keys as String, and places in lists as Integer from 0
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
   * @throws IndexOutOfBoundsException for the root
   */
  public YamlPath parent() {
    return new YamlPath(steps.subList(0, steps.size() - 1));
  }

  Object last() {
    return steps.get(steps.size() - 1);
  }

  /** Whether it is that place or one within. */
  public boolean isIn(YamlPath other) {
    int length = other.steps.size();
    return steps.size() >= length && steps.subList(0, length).equals(other.steps);
  }

  /** The step that leads on from a place that this one is in; empty for that place itself. */
  public String stepAfter(YamlPath other) {
    return steps.size() > other.steps.size() ? steps.get(other.steps.size()).toString() : "";
  }
}
