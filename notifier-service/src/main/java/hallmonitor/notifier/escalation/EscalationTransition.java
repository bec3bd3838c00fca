package hallmonitor.notifier.escalation;

import java.util.List;

/**
 * The result of a fact.
 *
 * @param effects in order of execution
 */
public record EscalationTransition(EscalationState course, List<EscalationEffect> effects) {
  public EscalationTransition {
    effects = List.copyOf(effects);
  }

  static EscalationTransition unchanged(EscalationState course) {
    return new EscalationTransition(course, List.of());
  }
}
