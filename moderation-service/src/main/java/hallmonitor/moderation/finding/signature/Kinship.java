package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.signature.DisplayName.Kind;
import hallmonitor.moderation.finding.signature.SignOff.Form;
import java.util.List;

/** Judges signatures by which somebody says whose parent, aunt or brother he is. */
final class Kinship {
  /** The author's own signature: nothing else in the comment is false then. */
  static final double OWN = -1;

  private static final double ITS_OWN_PARENT = 0.75;
  private static final double OF_A_CHILD = 0.6;

  private Kinship() {}

  /** Whether somebody signs as a relative of the author. */
  static boolean isAuthors(SignOff signed, DisplayName author) {
    return author.beginsWith(signed.phrase().owner());
  }

  /**
   * @return 0 where the kinship says nothing
   */
  static double score(SignOff signed, DisplayName author) {
    String owner = signed.phrase().owner();
    PersonName name = signed.phrase().name();
    boolean apart = signed.form() != Form.THANKS && signed.form() != Form.SENTENCE;
    if (author.kin() && !author.mocks()) {
      return 0;
    }
    if (!owner.isEmpty() && (author.beginsWith(owner) || author.mocks())) {
      boolean namesake = author.kind() == Kind.PERSON && !author.mocks() && !author.child();
      return namesake ? 0 : apart ? ITS_OWN_PARENT : OF_A_CHILD;
    }
    boolean unnamed = name.parts().isEmpty() || owner.isEmpty() && name.parts().size() == 1;
    if (author.child() && apart && unnamed) {
      return OF_A_CHILD;
    }
    List<String> own = name.parts().stream().filter(part -> !part.equals(owner)).toList();
    if (owner.isEmpty() || own.isEmpty() || author.kind() == Kind.BLANK) {
      return 0;
    }
    return switch (author.to(new PersonName(own, name.title(), false))) {
      case SAME -> OWN;
      case FAMILY -> 0.4;
      case OTHER -> apart ? OF_A_CHILD : 0;
    };
  }
}
