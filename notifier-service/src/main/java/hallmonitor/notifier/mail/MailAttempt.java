package hallmonitor.notifier.mail;

/** How an attempt to hand a mail to the server ended. */
public sealed interface MailAttempt {
  /** The server has taken responsibility for the mail. */
  record Accepted() implements MailAttempt {}

  /**
   * It can work later.
   *
   * @param trouble short name of what is wrong; the same trouble is reported once
   * @param serverWide whether it concerns the server and not this recipient
   * @param message one sentence that says what is wrong and what to do
   * @param mayHaveArrived whether the server was sent all of the mail and gave no answer, so that
   *     nobody knows whether it took the mail
   */
  record Delayed(String trouble, boolean serverWide, String message, boolean mayHaveArrived)
      implements MailAttempt {
    /** One of which the server certainly took nothing. */
    Delayed(String trouble, boolean serverWide, String message) {
      this(trouble, serverWide, message, false);
    }
  }

  /**
   * It will not work however often it is tried.
   *
   * @param message one sentence that says what is wrong and what to do
   */
  record Refused(String message) implements MailAttempt {}
}
