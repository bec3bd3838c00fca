package hallmonitor.moderation.console.access.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.Dependent;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Mails something once, whatever the number of instances. The claim that it is due and the mail are
 * one transaction: what the mail server does not accept stays due, and any instance tries again.
 * What happened is one problem for each place that this is injected into, logged once, because
 * attempts repeat every few seconds.
 */
@Dependent
public class OnceMail {
  private static final System.Logger LOG = System.getLogger(OnceMail.class.getName());

  private final ConsoleDatabase database;
  private final ConsoleMail mail;
  private final AtomicReference<MailOutcome> latest = new AtomicReference<>(MailOutcome.SENT);

  OnceMail(ConsoleDatabase database, ConsoleMail mail) {
    this.database = database;
    this.mail = mail;
  }

  /**
   * A mail to one person.
   *
   * @param key the same at each attempt, so that mail programs merge two copies
   */
  public record Addressed(String key, String name, String address, Letter letter) {
    private UUID id() {
      return UUID.nameUUIDFromBytes(key.getBytes(UTF_8));
    }
  }

  /**
   * Sends a mail if it is due.
   *
   * @param claim records that it was sent; false if it is not due, or another instance was first
   * @param problem what to log if it could not be sent: who does not know what
   */
  public void send(Predicate<Handle> claim, Addressed addressed, String problem) {
    database.write(
        transaction -> {
          if (!claim.test(transaction)) {
            return false;
          }
          MailOutcome outcome =
              mail.send(addressed.id(), addressed.name(), addressed.address(), addressed.letter());
          if (outcome != MailOutcome.SENT && !outcome.isFinal()) {
            transaction.rollback();
          }
          note(outcome, problem);
          return true;
        });
  }

  private void note(MailOutcome outcome, String problem) {
    if (outcome != latest.getAndSet(outcome) && outcome != MailOutcome.SENT) {
      LOG.log(System.Logger.Level.WARNING, "{0}: {1}", problem, outcome.words());
    }
  }
}
