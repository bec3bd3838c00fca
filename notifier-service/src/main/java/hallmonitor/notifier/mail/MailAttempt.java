package hallmonitor.notifier.mail;

/** The result of passing a mail to the server. */
public sealed interface MailAttempt {
  /** The server has taken responsibility for the mail. */
  record Accepted() implements MailAttempt {}

  /**
   * A later attempt can succeed.
   *
   * @param trouble short name of the problem; the same trouble is reported once
   * @param serverWide whether it concerns the server and not this recipient
   * @param message one sentence that says what is wrong and what to do
   * @param mayHaveArrived whether the server received the whole mail but gave no answer, so that it
   *     is unknown whether it accepted the mail
   */
  record Delayed(String trouble, boolean serverWide, String message, boolean mayHaveArrived)
      implements MailAttempt {
    /** Creates a delay where the server certainly accepted nothing. */
    Delayed(String trouble, boolean serverWide, String message) {
      this(trouble, serverWide, message, false);
    }
  }

  /**
   * No attempt can succeed.
   *
   * @param message one sentence that says what is wrong and what to do
   */
  record Refused(String message) implements MailAttempt {}
}
