package hallmonitor.local.mailbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;
import java.util.function.Consumer;

/** Accepts any address and puts its mail into the one mailbox. */
public record AnyRecipient(String email, Consumer<MovingMessage> mailbox) implements GreenMailUser {

  @Override
  public void deliver(MovingMessage message) {
    mailbox.accept(message);
  }

  @Override
  public void deliver(MimeMessage message) {
    throw new UnsupportedOperationException("Mail arrives by SMTP only.");
  }

  @Override
  public String getEmail() {
    return email;
  }

  @Override
  public String getLogin() {
    return email;
  }

  @Override
  public String getQualifiedMailboxName() {
    return email;
  }

  @Override
  public String getPassword() {
    return "";
  }

  @Override
  public void setPassword(String password) {
    // no sign-in, because mails are read on the page
  }

  @Override
  public void authenticate(String password) {
    // no sign-in, because mails are read on the page
  }

  @Override
  public void create() {
    // there is only one mailbox, and it exists
  }

  @Override
  public void delete() {
    // mails stay until their files are deleted
  }
}
