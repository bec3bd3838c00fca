package hallmonitor.notifier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One connection to the mail server, kept open while there are mails to send. For one thread. */
public final class MailConnection implements AutoCloseable {
  private final MailServer server;
  private @Nullable Transport transport;
  private boolean sentToItsEnd;

  MailConnection(MailServer server) {
    this.server = server;
  }

  /** Sends the mail and returns the result; never throws because of what a server does. */
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
      connected().sendMessage(message, message.getAllRecipients());
      return new MailAttempt.Accepted();
    } catch (MessagingException e) {
      if (!SmtpFaults.leavesConnectionUsable(e)) {
        close();
      }
      return SmtpFaults.meaning(e, sentToItsEnd);
    }
  }

  /**
   * Returns whether the end of the last mail was sent. Before that no server accepts a mail; after
   * that it may have accepted it, unless it said otherwise.
   */
  public boolean sentToItsEnd() {
    return sentToItsEnd;
  }

  private Transport connected() throws MessagingException {
    // Sends NOOP, so that a connection that the server has dropped is not used.
    if (transport != null && transport.isConnected()) {
      return transport;
    }
    close();
    Transport opened = new WatchedTransport(server.session());
    transport = opened;
    if (server.credential().isPresent()) {
      MailCredential credential = server.credential().get();
      opened.connect(credential.user(), credential.password());
    } else {
      opened.connect();
    }
    return opened;
  }

  /** Disconnects; the next mail connects again. */
  @Override
  public void close() {
    if (transport == null) {
      return;
    }
    try {
      transport.close();
    } catch (MessagingException e) {
      // The server disconnected first.
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
