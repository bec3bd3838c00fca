package hallmonitor.moderation.casework;

/** Where people's decisions are carried out: case, order and audit in one transaction. */
public interface Decisions {
  /**
   * @throws NotLegal when the case's state does not allow it; the message names the state and the
   *     decision
   * @throws CaseChanged when somebody or something changed the case since the person looked
   */
  void decide(Decision decision);

  final class NotLegal extends RuntimeException {
    public NotLegal(String message) {
      super(message);
    }
  }

  final class CaseChanged extends RuntimeException {
    public CaseChanged(String message) {
      super(message);
    }
  }
}
