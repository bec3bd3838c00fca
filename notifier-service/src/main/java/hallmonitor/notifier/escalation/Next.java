package hallmonitor.notifier.escalation;

import java.util.List;

/**
 * What a fact leads to.
 *
 * @param effects in the order in which they are to be done
 */
public record Next(Course course, List<Effect> effects) {
  public Next {
    effects = List.copyOf(effects);
  }

  static Next unchanged(Course course) {
    return new Next(course, List.of());
  }
}
