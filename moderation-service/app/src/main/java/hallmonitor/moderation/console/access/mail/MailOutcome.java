package hallmonitor.moderation.console.access.mail;

import hallmonitor.moderation.wording.Sentence;

/** The result of passing a mail to the server. */
public enum MailOutcome {
  SENT,
  /** The secret with user and password is missing. */
  NO_CREDENTIAL,
  /** User or password are wrong. */
  SIGN_IN,
  NO_ANSWER,
  /** The server refused for now, or because of a setting. */
  NOT_TAKEN,
  /** The server does not know the recipient. */
  UNKNOWN_ADDRESS,
  /** The address cannot be written into a mail. */
  WRONG_ADDRESS;

  /**
   * Returns whether no later attempt can succeed. An attempt that an operator can fix is repeated.
   */
  public boolean isFinal() {
    return this == UNKNOWN_ADDRESS || this == WRONG_ADDRESS;
  }

  /** Returns what is wrong and what to do; empty if nothing is. */
  public Sentence words() {
    return switch (this) {
      case SENT -> Sentence.NONE;
      case NO_CREDENTIAL ->
          Sentence.of("The mail server's user name and password are missing. Set the secret.");
      case SIGN_IN ->
          Sentence.of("The mail server rejected its user name or password. Correct the secret.");
      case NO_ANSWER ->
          Sentence.of("The mail server does not respond. We will try again automatically.");
      case NOT_TAKEN ->
          Sentence.of(
              "The mail server did not accept the message. We will try again automatically.");
      case UNKNOWN_ADDRESS ->
          Sentence.of("The mail server does not know this address. Correct it.");
      case WRONG_ADDRESS -> Sentence.of("This email address can't be used. Correct it.");
    };
  }
}
