package hallmonitor.notifier.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Interprets failures. The only distinction that matters is whether a failure is permanent for this
 * mail. Only a refusal of the recipient or of the content is permanent. Everything that an operator
 * can fix (a wrong password, an unknown sender, relaying not allowed) is retried, since a notice
 * must not be lost because of a setting.
 */
final class SmtpFaults {
  /** RFC 3463: class 5.7 is policy, such as relaying denied or sign-in required. */
  private static final Pattern POLICY = Pattern.compile("\\b5\\.7\\.\\d");

  private static final int SIGN_IN_ASKED = 530;

  private SmtpFaults() {}

  /**
   * Interprets a failure.
   *
   * @param sentToItsEnd whether the whole mail had been sent to the server
   */
  static MailAttempt meaning(MessagingException fault, boolean sentToItsEnd) {
    for (Throwable t = fault; t != null; t = next(t)) {
      if (t instanceof AuthenticationFailedException) {
        return new MailAttempt.Delayed(
            "sign-in",
            true,
            "The mail server refuses the user or password; correct the secret that"
                + " hallmonitor.mail.credential names.");
      }
      if (t instanceof SMTPSenderFailedException sender) {
        return sender(sender.getReturnCode());
      }
      if (t instanceof SMTPAddressFailedException recipient) {
        return recipient(recipient.getReturnCode(), recipient.getMessage());
      }
    }
    for (Throwable t = fault; t != null; t = next(t)) {
      if (t instanceof SMTPSendFailedException content && content.getReturnCode() > 0) {
        boolean aboutSender = String.valueOf(content.getCommand()).startsWith("MAIL");
        return aboutSender && content.getReturnCode() >= 500
            ? sender(content.getReturnCode())
            : content(content.getReturnCode(), content.getMessage());
      }
      if (t instanceof SSLException && !sentToItsEnd) {
        return new MailAttempt.Delayed(
            "tls",
            true,
            "No protected connection to the mail server: check its certificate, its name and"
                + " hallmonitor.mail.security.");
      }
    }
    if (sentToItsEnd) {
      return new MailAttempt.Delayed(
          "unanswered",
          true,
          "The mail server got the notice and did not say whether it took it, so it is sent again"
              + " and may arrive twice; check that the mail server runs.",
          true);
    }
    return new MailAttempt.Delayed(
        "unreachable",
        true,
        "The mail server does not answer; check that it runs and that hallmonitor.mail.host and"
            + " hallmonitor.mail.port are right.");
  }

  private static MailAttempt sender(int code) {
    return new MailAttempt.Delayed(
        "sender-" + code,
        true,
        "The mail server refuses the sender (code "
            + code
            + "); set hallmonitor.mail.from to an address that it accepts.");
  }

  private static MailAttempt recipient(int code, @Nullable String answer) {
    if (code < 500) {
      return new MailAttempt.Delayed(
          "recipient-" + code,
          false,
          "The mail server does not take mail for this person yet (code "
              + code
              + "); it is tried again, and the person may be called meanwhile.");
    }
    return operators(code, answer)
        ? relay(code)
        : new MailAttempt.Refused(
            "The mail server refuses the recipient's address (code "
                + code
                + "); correct it in district.yaml and tell the person in another way.");
  }

  private static MailAttempt content(int code, @Nullable String answer) {
    if (code < 500) {
      return new MailAttempt.Delayed(
          "server-" + code,
          true,
          "The mail server does not take mail now (code " + code + "); it is tried again.");
    }
    return operators(code, answer)
        ? relay(code)
        : new MailAttempt.Refused(
            "The mail server refuses the notice (code "
                + code
                + "); tell the person in another way and ask the mail server's administrator why.");
  }

  private static boolean operators(int code, @Nullable String answer) {
    return code == SIGN_IN_ASKED || (answer != null && POLICY.matcher(answer).find());
  }

  private static MailAttempt relay(int code) {
    return new MailAttempt.Delayed(
        "relay-" + code,
        true,
        "The mail server does not let this machine send (code "
            + code
            + "); allow it there, or set hallmonitor.mail.credential.");
  }

  private static @Nullable Throwable next(Throwable t) {
    Throwable chained = t instanceof MessagingException m ? m.getNextException() : null;
    return chained != null ? chained : t.getCause() == t ? null : t.getCause();
  }

  /** Returns whether the connection may be used for the next mail. */
  static boolean leavesConnectionUsable(MessagingException fault) {
    return fault instanceof SendFailedException && !(fault instanceof SMTPSendFailedException);
  }
}
