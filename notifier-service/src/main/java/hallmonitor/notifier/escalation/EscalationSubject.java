package hallmonitor.notifier.escalation;

import java.util.List;

/** What of an escalation decides who is asked, and how fast. */
public interface EscalationSubject {
  /** Returns the building's id. */
  String building();

  /** Returns the account's id. */
  String account();

  /** Returns the category that weighed most, such as {@code threat}. */
  String category();

  Urgency urgency();

  /** Returns roles as named in district.yaml. */
  List<String> roles();
}
