package hallmonitor.moderation.console.connect;

import hallmonitor.moderation.wording.Sentence;

/**
 * A part of a credential that a person enters.
 *
 * @param code its name in the form
 * @param hidden whether the browser shows what is typed
 */
public record CredentialField(String code, Sentence label, boolean hidden, boolean required) {
  static CredentialField shown(String code, Sentence label) {
    return new CredentialField(code, label, false, true);
  }

  static CredentialField secret(String code, Sentence label) {
    return new CredentialField(code, label, true, true);
  }

  CredentialField optional() {
    return new CredentialField(code, label, hidden, false);
  }
}
