package hallmonitor.moderation.casework;

import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;

/** Where people's decisions are carried out: case, order and audit in one transaction. */
public interface Decisions {
  /**
   * @throws NotLegal when the case's state does not allow it; the message names the state and the
   *     decision
   * @throws CaseChanged when somebody or something changed the case since the person looked
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
