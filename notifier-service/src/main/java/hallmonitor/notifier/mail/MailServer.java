package hallmonitor.notifier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.Properties;

/**
 * The district's mail server, accessed with Angus Mail. Unlike the Vert.x mail client of
 * quarkus-mailer, it reports which command a server refused (sign-in, sender, recipient or
 * content), which decides whether to give up on a notice.
 */
public final class MailServer {
  private final Session session;
  private final InternetAddress from;
  private final Optional<MailCredential> credential;
  private final Layout layout = new Layout();

  /**
   * Creates the server.
   *
   * @throws IllegalArgumentException if the sender is not an address
   */
  public MailServer(MailSettings settings, Optional<MailCredential> credential) {
    this.from = sender(settings.from());
    this.credential = credential;
    this.session = Session.getInstance(properties(settings));
  }

  /** Returns a connection for one thread, opened on first use. */
  public MailConnection connection() {
    return new MailConnection(this);
  }

  Session session() {
    return session;
  }

  InternetAddress from() {
    return from;
  }

  Layout layout() {
    return layout;
  }

  Optional<MailCredential> credential() {
    return credential;
  }

  private static InternetAddress sender(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      if (!address.getAddress().contains("@")) {
        throw new AddressException("no domain");
      }
      return address;
    } catch (MessagingException e) {
      throw new IllegalArgumentException(
          "hallmonitor.mail.from is '" + text + "'; write it as Name <address@domain>.", e);
    }
  }

  private Properties properties(MailSettings settings) {
    boolean demanded =
        switch (settings.security()) {
          case START_TLS -> true;
          case START_TLS_IF_OFFERED -> credential.isPresent();
          case NONE, TLS -> false;
        };
    boolean offered = settings.security() == MailSettings.Security.START_TLS_IF_OFFERED;
    Properties smtp = new Properties();
    smtp.put("mail.smtp.host", settings.host());
    smtp.put("mail.smtp.port", Integer.toString(settings.port()));
    smtp.put("mail.smtp.auth", Boolean.toString(credential.isPresent()));
    smtp.put("mail.smtp.ssl.enable", is(settings, MailSettings.Security.TLS));
    smtp.put("mail.smtp.ssl.checkserveridentity", "true");
    smtp.put("mail.smtp.starttls.enable", Boolean.toString(offered || demanded));
    smtp.put("mail.smtp.starttls.required", Boolean.toString(demanded));
    smtp.put("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
    smtp.put("mail.smtp.timeout", millis(settings.answerTimeout()));
    smtp.put("mail.smtp.writetimeout", millis(settings.answerTimeout()));
    smtp.put("mail.smtp.from", from.getAddress());
    // The name in EHLO. Without it the host name is looked up, and a slow name server would delay
    // every mail.
    smtp.put("mail.smtp.localhost", from.getAddress().replaceFirst("^.*@", "hallmonitor."));
    return smtp;
  }

  private static String is(MailSettings settings, MailSettings.Security security) {
    return Boolean.toString(settings.security() == security);
  }

  private static String millis(java.time.Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
