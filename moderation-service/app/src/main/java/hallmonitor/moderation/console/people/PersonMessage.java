package hallmonitor.moderation.console.people;

import hallmonitor.moderation.wording.Sentence;

/**
 * A message at the top of a page about people.
 *
 * @param kind {@code done} or {@code problem}
 * @param password a temporary password to hand over; empty if there is none
 */
record PersonMessage(String kind, Sentence sentence, String password) {
  static final PersonMessage NONE = new PersonMessage("", Sentence.NONE, "");

  static PersonMessage problem(Sentence sentence) {
    return new PersonMessage("problem", sentence, "");
  }

  static PersonMessage done(Sentence sentence) {
    return new PersonMessage("done", sentence, "");
  }

  int status() {
    return kind.equals("problem") ? 422 : 200;
  }
}
