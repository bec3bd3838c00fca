package hallmonitor.bench.escalations;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hallmonitor.embedded.BrokerAccess;
import hallmonitor.local.LocalParts;
import hallmonitor.local.ServiceName;
import hallmonitor.local.StackParts;
import hallmonitor.local.mailbox.AnyRecipient;
import hallmonitor.local.practice.PracticeAccounts;
import hallmonitor.local.practice.PracticePage;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What runs beside the notifier: a broker, and a mail server that notes when it accepts the first
 * mail about each case, and keeps none.
 */
final class AcceptedMails implements StackParts {
  private static final Pattern CASE = Pattern.compile("<case\\.([0-9a-f-]{36})@");

  private final StackParts usual = new LocalParts();
  private final Map<UUID, Long> first = new ConcurrentHashMap<>();
  private final AtomicLong all = new AtomicLong();

  @Override
  public List<ServiceName> services() {
    return List.of(ServiceName.NOTIFIER);
  }

  @Override
  public AutoCloseable broker(Path data, int port, int controllerPort, BrokerAccess access) {
    return usual.broker(data, port, controllerPort, access);
  }

  @Override
  public PracticePage practice(int port, Path data, PracticeAccounts accounts) throws IOException {
    return usual.practice(port, data, accounts);
  }

  @Override
  public AutoCloseable mailbox(int smtpPort, int webPort, Path data) {
    ServerSetup setup = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(10_000);
    GreenMail server = new GreenMail(setup);
    server
        .getUserManager()
        .setMessageDeliveryHandler((message, to) -> new AnyRecipient(to.getEmail(), this::note));
    server.start();
    return server::stop;
  }

  private void note(MovingMessage mail) {
    long now = System.nanoTime();
    all.incrementAndGet();
    try {
      String references = mail.getMessage().getHeader("References", null);
      Matcher about = CASE.matcher(references == null ? "" : references);
      if (about.find()) {
        first.putIfAbsent(UUID.fromString(about.group(1)), now);
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns when the first mail about a case was accepted, by {@link System#nanoTime}. */
  Optional<Long> at(UUID caseId) {
    return Optional.ofNullable(first.get(caseId));
  }

  /** Returns the number of all accepted mails. */
  long count() {
    return all.get();
  }
}
