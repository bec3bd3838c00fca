package hallmonitor.notifier.escalation;

import java.util.List;

/**
 * What a fact leads to.
 *
 * @param effects in the order in which they are to be done
 */
public record EscalationTransition(EscalationState course, List<EscalationEffect> effects) {
  public EscalationTransition {
    effects = List.copyOf(effects);
  }

  static EscalationTransition unchanged(EscalationState course) {
    return new EscalationTransition(course, List.of());
  }
}
