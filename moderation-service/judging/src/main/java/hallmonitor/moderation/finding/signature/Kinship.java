package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.signature.DisplayName.Kind;
import hallmonitor.moderation.finding.signature.SignOff.Form;
import java.util.List;

/** Judges signatures by which somebody says whose parent, aunt or brother he is. */
final class Kinship {
  private static final double ITS_OWN_PARENT = 0.75;
  private static final double OF_A_CHILD = 0.6;

  private Kinship() {}

  /** Whether somebody signs as a relative of the author. */
  static boolean isAuthors(SignOff signed, DisplayName author) {
    return author.beginsWith(signed.phrase().owner());
  }

  static Claim of(SignOff signed, DisplayName author) {
    String owner = signed.phrase().owner();
    PersonName name = signed.phrase().name();
    boolean apart = signed.form() != Form.THANKS && signed.form() != Form.SENTENCE;
    if (author.kin() && !author.mocks()) {
      return Claim.NONE;
    }
    if (!owner.isEmpty() && (author.beginsWith(owner) || author.mocks())) {
      boolean namesake = author.kind() == Kind.PERSON && !author.mocks() && !author.child();
      return namesake ? Claim.NONE : Claim.of(apart ? ITS_OWN_PARENT : OF_A_CHILD);
    }
    boolean unnamed = name.parts().isEmpty() || owner.isEmpty() && name.parts().size() == 1;
    if (author.child() && apart && unnamed) {
      return Claim.of(OF_A_CHILD);
    }
    List<String> own = name.parts().stream().filter(part -> !part.equals(owner)).toList();
    if (owner.isEmpty() || own.isEmpty() || author.kind() == Kind.BLANK) {
      return Claim.NONE;
    }
    return switch (author.to(new PersonName(own, name.title(), false))) {
      case SAME -> Claim.OWN;
      case FAMILY -> Claim.of(0.4);
      case OTHER -> Claim.of(apart ? OF_A_CHILD : 0);
    };
  }
}
