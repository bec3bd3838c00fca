package hallmonitor.moderation.console.board;

import hallmonitor.settings.escalation.CallLine;

/** A phone line that a principal calls with one tap. */
public record PhoneLine(String name, String number) {
  /** Returns the number as a dialer reads it. */
  public String getDialed() {
    return CallLine.dialed(number);
  }
}
