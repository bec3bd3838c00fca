package hallmonitor.moderation.casework;

import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;

/** Carries out people's decisions: case, order and audit in one transaction. */
public interface Decisions {
  /**
   * Carries out a decision.
   *
   * @throws NotLegal if the case's state does not allow it; the message names the state and the
   *     decision
   * @throws CaseChanged if the case changed after the person saw it
   */
  void decide(Decision decision);

  final class NotLegal extends Refusal {
    public NotLegal(Sentence sentence) {
      super(sentence);
    }
  }

  final class CaseChanged extends Refusal {
    public CaseChanged(Sentence sentence) {
      super(sentence);
    }
  }
}
