package hallmonitor.moderation.console.access.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.access.ConsoleSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/**
 * Passes one mail to the district's mail server. Logs nothing: addresses and links are private, and
 * the server's answer may quote them.
 */
@ApplicationScoped
public class ConsoleMail {
  private final MailConfig config;
  private final ConsoleSecrets secrets;

  ConsoleMail(MailConfig config, ConsoleSecrets secrets) {
    this.config = config;
    this.secrets = secrets;
  }

  /**
   * Sends a mail.
   *
   * @param id the same at each attempt, so that mail programs merge two copies
   */
  public MailOutcome send(UUID id, String name, String address, Letter letter) {
    Optional<String> credential = config.credential().flatMap(secrets::find);
    if (config.credential().isPresent() && credential.filter(c -> c.indexOf(':') > 0).isEmpty()) {
      return MailOutcome.NO_CREDENTIAL;
    }
    Session session = Session.getInstance(properties(credential.isPresent()));
    MimeMessage message;
    try {
      message = message(session, id, name, address, letter);
    } catch (MessagingException | UnsupportedEncodingException e) {
      return MailOutcome.WRONG_ADDRESS;
    }
    boolean taken = false;
    try (Transport transport = session.getTransport("smtp")) {
      if (credential.isPresent()) {
        int colon = credential.get().indexOf(':');
        transport.connect(
            credential.get().substring(0, colon), credential.get().substring(colon + 1));
      } else {
        transport.connect();
      }
      transport.sendMessage(message, message.getAllRecipients());
      taken = true;
    } catch (AuthenticationFailedException e) {
      return MailOutcome.SIGN_IN;
    } catch (SendFailedException e) {
      return failed(e);
    } catch (MessagingException e) {
      // A mail that the server has taken is not sent again because the goodbye failed.
      return taken ? MailOutcome.SENT : MailOutcome.NO_ANSWER;
    }
    return MailOutcome.SENT;
  }

  /** Only a refused recipient is final. */
  private static MailOutcome failed(SendFailedException fault) {
    for (Exception e = fault; e instanceof MessagingException m; e = m.getNextException()) {
      if (e instanceof SMTPAddressFailedException recipient
          && recipient.getReturnCode() >= 550
          && !String.valueOf(recipient.getMessage()).contains("5.7.")) {
        return MailOutcome.UNKNOWN_ADDRESS;
      }
    }
    return MailOutcome.NOT_TAKEN;
  }

  private MimeMessage message(Session session, UUID id, String name, String address, Letter letter)
      throws MessagingException, UnsupportedEncodingException {
    InternetAddress from = new InternetAddress(config.from(), true);
    String host = "hallmonitor." + from.getAddress().replaceFirst("^.*@", "");
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@" + host + ">");
          }
        };
    message.setFrom(from);
    InternetAddress to = new InternetAddress(address, true);
    to.setPersonal(name.replaceAll("\\p{Cntrl}+", " "), UTF_8.name());
    message.setRecipient(RecipientType.TO, to);
    message.setSubject(letter.subject(), UTF_8.name());
    message.setSentDate(Date.from(Instant.now()));
    // RFC 3834: prevents out-of-office replies.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", letter.language());
    MimeMultipart content = new MimeMultipart("alternative");
    content.addBodyPart(part(letter.plain(), "plain"));
    content.addBodyPart(part(letter.html(), "html"));
    message.setContent(content);
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8.name(), subtype);
    return part;
  }

  private Properties properties(boolean credential) {
    MailConfig.Security security = config.security();
    boolean offered = security == MailConfig.Security.START_TLS_IF_OFFERED;
    // A password is never sent over an open connection.
    boolean required = security == MailConfig.Security.START_TLS || offered && credential;
    Properties smtp = new Properties();
    smtp.put("mail.smtp.host", config.host());
    smtp.put("mail.smtp.port", Integer.toString(config.port()));
    smtp.put("mail.smtp.auth", Boolean.toString(credential));
    smtp.put("mail.smtp.ssl.enable", Boolean.toString(security == MailConfig.Security.TLS));
    smtp.put("mail.smtp.ssl.checkserveridentity", "true");
    smtp.put("mail.smtp.starttls.enable", Boolean.toString(offered || required));
    smtp.put("mail.smtp.starttls.required", Boolean.toString(required));
    smtp.put("mail.smtp.connectiontimeout", Long.toString(config.connectTimeout().toMillis()));
    smtp.put("mail.smtp.timeout", Long.toString(config.answerTimeout().toMillis()));
    smtp.put("mail.smtp.writetimeout", Long.toString(config.answerTimeout().toMillis()));
    // The name in EHLO; without it a slow name server would delay every mail.
    smtp.put("mail.smtp.localhost", "hallmonitor");
    return smtp;
  }
}
