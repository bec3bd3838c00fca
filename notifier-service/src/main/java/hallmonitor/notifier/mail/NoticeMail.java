package hallmonitor.notifier.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.notice.ComposedNotice;
import hallmonitor.notifier.notice.PlainText;
import hallmonitor.settings.district.District.Person;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/**
 * One mail as sent.
 *
 * <p>Its Message-ID depends only on its id. After a crash between the server's acceptance and the
 * commit that records it, the mail is sent a second time, and nothing can close that window (RFC
 * 1047). Mail servers and mail programs merge the two by their equal Message-IDs.
 *
 * @param id the same at each attempt
 * @param thread mails of one thread are shown together; absent for a digest
 */
public record NoticeMail(
    UUID id, Optional<UUID> thread, Person to, ComposedNotice letter, Instant writtenAt) {
  private static final int LONGEST_NAME = 80;

  MimeMessage message(Session session, InternetAddress from, Layout layout)
      throws MessagingException {
    String host = "hallmonitor." + from.getAddress().replaceFirst("^.*@", "");
    MimeMessage message = new FixedId(session, "<" + id + "@" + host + ">");
    message.setFrom(from);
    message.setRecipient(RecipientType.TO, address());
    message.setSubject(letter.subject(), UTF_8.name());
    message.setSentDate(Date.from(writtenAt));
    // RFC 3834: prevents out-of-office replies.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", letter.language());
    if (letter.alarming()) {
      message.setHeader("Importance", "high");
    }
    if (thread.isPresent()) {
      // The id of a message that was never sent: the common root that lets mail programs group a
      // case.
      String root = "<case." + thread.get() + "@" + host + ">";
      message.setHeader("In-Reply-To", root);
      message.setHeader("References", root);
    }
    MimeMultipart content = new MimeMultipart("alternative");
    content.addBodyPart(part(layout.plain(letter), "plain"));
    content.addBodyPart(part(layout.html(letter), "html"));
    message.setContent(content);
    message.saveChanges();
    return message;
  }

  private InternetAddress address() throws MessagingException {
    InternetAddress address = new InternetAddress(to.email(), true);
    try {
      address.setPersonal(PlainText.line(to.name(), LONGEST_NAME), UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    return address;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8.name(), subtype);
    return part;
  }

  private static final class FixedId extends MimeMessage {
    private final String id;

    FixedId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
