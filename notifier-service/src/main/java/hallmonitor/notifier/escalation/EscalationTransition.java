package hallmonitor.notifier.escalation;

import java.util.List;

/**
 * The result of a fact.
 *
 * @param effects in order of execution
 */
public record EscalationTransition(EscalationState state, List<EscalationEffect> effects) {
  public EscalationTransition {
    effects = List.copyOf(effects);
  }

  static EscalationTransition unchanged(EscalationState state) {
    return new EscalationTransition(state, List.of());
  }
}
