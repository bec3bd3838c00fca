package hallmonitor.local.mailbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hallmonitor.local.web.WaitingRequests;
import hallmonitor.standin.web.LoopbackServer;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The mail server of the local run. It accepts mail to anyone, forwards nothing, and shows received
 * mails on a page. Both listen on 127.0.0.1, unless they are told otherwise. Mails are stored as
 * {@code .eml} files before the sender gets the confirmation.
 */
public final class Mailbox implements AutoCloseable {
  private static final String LISTENS = "it listens before anybody is given it";

  private final MailFolder folder;
  private final WaitingRequests waiters = new WaitingRequests();

  /** GreenMail delivers once per recipient, but a mail is stored once. */
  private final Set<MovingMessage> kept = Collections.newSetFromMap(new WeakHashMap<>());

  private @Nullable GreenMail smtp;
  private @Nullable LoopbackServer web;

  private Mailbox(MailFolder folder) {
    this.folder = folder;
  }

  /**
   * Starts both servers.
   *
   * @param smtpPort 0 takes any free port
   * @param webPort 0 takes any free port
   * @param dataDir created if missing
   * @throws IOException if a port is taken or the folder cannot be used; the message says which
   */
  public static Mailbox start(int smtpPort, int webPort, Path dataDir) throws IOException {
    return start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), smtpPort, webPort, dataDir);
  }

  /**
   * Starts both servers at another address than 127.0.0.1, in a container.
   *
   * @throws IOException if a port is taken or the folder cannot be used; the message says which
   */
  public static Mailbox start(InetAddress address, int smtpPort, int webPort, Path dataDir)
      throws IOException {
    var mailbox = new Mailbox(MailFolder.open(dataDir, Clock.systemUTC()));
    try {
      var pages = new MailboxPages(mailbox.folder, mailbox.waiters);
      mailbox.web = LoopbackServer.start(address, webPort, "mailbox page", pages);
      mailbox.listen(address, smtpPort);
      return mailbox;
    } catch (IOException | RuntimeException e) {
      mailbox.close();
      throw e;
    }
  }

  private void listen(InetAddress address, int port) throws IOException {
    refuseTaken(address, port);
    var setup = new ServerSetup(port, address.getHostAddress(), ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(10_000);
    GreenMail mail = new GreenMail(setup);
    smtp = mail;
    mail.getUserManager()
        .setMessageDeliveryHandler((message, to) -> new AnyRecipient(to.getEmail(), this::keep));
    try {
      mail.start();
    } catch (RuntimeException e) {
      throw taken(port, e);
    }
  }

  /**
   * GreenMail would discover a taken port in its own thread, which dies with a stack trace on the
   * console.
   */
  private static void refuseTaken(InetAddress address, int port) throws IOException {
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(address, port));
    } catch (BindException e) {
      throw taken(port, e);
    }
  }

  private static IOException taken(int port, Exception cause) {
    String sentence =
        "Port %d for the mailbox's SMTP server is in use: stop the program that holds it, or choose"
            + " another port.";
    return new IOException(sentence.formatted(port), cause);
  }

  private void keep(MovingMessage message) {
    synchronized (kept) {
      if (!kept.add(message)) {
        return;
      }
    }
    try {
      var source = new ByteArrayOutputStream();
      message.getMessage().writeTo(source);
      folder.keep(
          source.toByteArray(),
          message.getToAddresses().stream().map(address -> address.getEmail()).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the sender gets no 250 and retries
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    waiters.wake();
  }

  public int smtpPort() {
    return Objects.requireNonNull(smtp, LISTENS).getSmtp().getPort();
  }

  public int webPort() {
    return Objects.requireNonNull(web, LISTENS).port();
  }

  /** Returns the page's address without a trailing slash. */
  public String url() {
    return Objects.requireNonNull(web, LISTENS).url();
  }

  @Override
  public void close() {
    if (smtp != null) {
      smtp.stop();
    }
    waiters.close();
    if (web != null) {
      web.close();
    }
  }
}
