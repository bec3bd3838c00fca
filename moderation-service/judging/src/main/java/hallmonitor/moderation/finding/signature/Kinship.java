package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.signature.DisplayName.Kind;
import hallmonitor.moderation.finding.signature.SignOff.Form;
import java.util.List;

/** Signatures by which somebody says whose parent, aunt or brother he is. */
final class Kinship {
  private Kinship() {}

  /** Whether somebody signs as a relative of the author. */
  static boolean isAuthors(SignOff signed, DisplayName author) {
    return author.beginsWith(signed.phrase().owner());
  }

  static Signer of(SignOff signed, DisplayName author) {
    String owner = signed.phrase().owner();
    PersonName name = signed.phrase().name();
    boolean apart = signed.form() != Form.THANKS && signed.form() != Form.SENTENCE;
    if (author.kin() && !author.mocks()) {
      return Signer.NOBODY;
    }
    if (!owner.isEmpty() && (author.beginsWith(owner) || author.mocks())) {
      boolean namesake = author.kind() == Kind.PERSON && !author.mocks() && !author.child();
      return namesake ? Signer.NOBODY : Signer.OWN_PARENT;
    }
    boolean unnamed = name.parts().isEmpty() || owner.isEmpty() && name.parts().size() == 1;
    if (author.child() && apart && unnamed) {
      return Signer.PARENT;
    }
    List<String> own = name.parts().stream().filter(part -> !part.equals(owner)).toList();
    if (owner.isEmpty() || own.isEmpty()) {
      return Signer.NOBODY;
    }
    return switch (author.to(new PersonName(own, name.title(), false))) {
      case SAME -> Signer.AUTHOR;
      case FAMILY -> Signer.RELATED_PARENT;
      case OTHER -> apart ? Signer.OTHER_PARENT : Signer.NOBODY;
    };
  }
}
