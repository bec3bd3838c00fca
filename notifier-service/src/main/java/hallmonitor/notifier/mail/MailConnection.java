package hallmonitor.notifier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One connection to the mail server, kept while there are mails to send. For one thread. */
public final class MailConnection implements AutoCloseable {
  private final MailServer server;
  private Transport transport;
  private boolean sentToItsEnd;

  MailConnection(MailServer server) {
    this.server = server;
  }

  /**
   * Hands the mail to the server and says how that ended; throws nothing that a server can cause.
   */
  public MailAttempt send(NoticeMail mail) {
    sentToItsEnd = false;
    MimeMessage message;
    try {
      message = mail.message(server.session(), server.from(), server.layout());
    } catch (MessagingException e) {
      return new MailAttempt.Refused(
          "The email address of "
              + mail.to().id()
              + " cannot be used; correct it in district.yaml.");
    }
    try {
      connect();
      transport.sendMessage(message, message.getAllRecipients());
      return new MailAttempt.Accepted();
    } catch (MessagingException e) {
      if (!SmtpFaults.leavesConnectionUsable(e)) {
        close();
      }
      return SmtpFaults.meaning(e, sentToItsEnd);
    }
  }

  /**
   * Whether the end of the last mail went out. Before that no server takes a mail; after that it
   * may have taken it, unless it said otherwise.
   */
  public boolean sentToItsEnd() {
    return sentToItsEnd;
  }

  private void connect() throws MessagingException {
    // Asks the server with NOOP, so that a connection which it has dropped is not used.
    if (transport != null && transport.isConnected()) {
      return;
    }
    close();
    transport = new WatchedTransport(server.session());
    if (server.credential().isPresent()) {
      MailCredential credential = server.credential().get();
      transport.connect(credential.user(), credential.password());
    } else {
      transport.connect();
    }
  }

  /** Hangs up; the next mail connects anew. */
  @Override
  public void close() {
    if (transport == null) {
      return;
    }
    try {
      transport.close();
    } catch (MessagingException e) {
      // The server went first.
    }
    transport = null;
  }

  private final class WatchedTransport extends SMTPTransport {
    WatchedTransport(Session session) {
      super(session, new URLName("smtp", null, -1, null, null, null));
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
      sentToItsEnd = true;
      super.finishData();
    }
  }
}
