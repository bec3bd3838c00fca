package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.PersonName;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The features of a signature, as names that the shipped weights use: the form, the named person,
 * both together, and each sign alone and combined with these.
 */
final class SignatureFeatures {
  private final Set<String> found = new LinkedHashSet<>();
  private final String form;
  private final String signer;

  private SignatureFeatures(SignOff signed, Signer signer) {
    this.form = signed.form().name().toLowerCase(Locale.ROOT);
    this.signer = signer.label();
    found.add(form);
    found.add(this.signer);
    found.add(form + "+" + this.signer);
  }

  static Set<String> of(SignOff signed, Signer signer, DisplayName author, Comment comment) {
    SignatureFeatures features = new SignatureFeatures(signed, signer);
    features.ofAuthor(author, signed.phrase().name());
    features.ofSignature(signed, comment.text());
    SignatureContext.signs(comment.text(), signed.from()).forEach(sign -> features.add(sign, true));
    return features.found;
  }

  private void ofAuthor(DisplayName author, PersonName name) {
    add("handle", author.kind() == DisplayName.Kind.HANDLE);
    add("shows-name", author.kind() == DisplayName.Kind.PERSON || author.showsGivenName());
    add("initial", !name.parts().isEmpty() && author.beginsAs(name.parts().get(0)));
  }

  private void ofSignature(SignOff signed, String text) {
    PersonName name = signed.phrase().name();
    boolean shouted = signed.isShouted(text);
    add("the", signed.phrase().determined() && !shouted);
    add("the-shouted", signed.phrase().determined() && shouted);
    add("role", signed.role());
    add("known", !name.parts().isEmpty() && GivenNames.isPossible(name.parts().get(0)));
    add("initialled", name.parts().size() > 1 && !name.isFull());
    add("capital", Character.isUpperCase(text.charAt(signed.from())));
    add("several", signed.isOfSeveral(text));
    add("long", signed.isLongName());
    add("ends", text.length() - signed.to() <= SignOff.BESIDE);
  }

  private void add(String sign, boolean is) {
    if (is) {
      found.add(sign);
      found.add(form + "+" + sign);
      found.add(signer + "+" + sign);
    }
  }
}
