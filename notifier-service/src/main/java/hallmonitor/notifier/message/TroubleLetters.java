package hallmonitor.notifier.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.Worker;
import hallmonitor.notifier.directory.NoticeRecipient;
import hallmonitor.notifier.directory.RoleRouting;
import hallmonitor.notifier.mail.MailAttempt;
import hallmonitor.notifier.mail.MailConnection;
import hallmonitor.notifier.mail.NoticeMail;
import hallmonitor.notifier.message.MessageTroubles.Trouble;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.settings.district.District;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells the technology director by mail that messages do not get through. One accepted mail is
 * enough; otherwise it is tried again every minute.
 */
final class TroubleLetters implements AutoCloseable {
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Jdbi database;
  private final MailConnection mail;
  private final Supplier<District> district;
  private final Supplier<NoticeSettings> house;
  private final InstantSource clock;

  TroubleLetters(
      Jdbi database,
      MailConnection mail,
      Supplier<District> district,
      Supplier<NoticeSettings> house,
      InstantSource clock) {
    this.database = database;
    this.mail = mail;
    this.district = district;
    this.house = house;
    this.clock = clock;
  }

  Duration writeNext() {
    return database.inTransaction(this::writeNext) ? Duration.ZERO : Worker.IDLE;
  }

  private boolean writeNext(Handle transaction) {
    Instant now = clock.instant();
    Optional<Trouble> next = MessageTroubles.claim(transaction, now);
    next.ifPresent(
        trouble -> {
          if (isTold(trouble)) {
            MessageTroubles.told(transaction, trouble, now);
          } else {
            MessageTroubles.tellLater(transaction, trouble, now.plus(AGAIN));
          }
        });
    return next.isPresent();
  }

  private boolean isTold(Trouble trouble) {
    District current = district.get();
    boolean told = false;
    for (NoticeRecipient recipient : recipients(current)) {
      String name = trouble.subject() + "/" + trouble.beganAt() + "/" + recipient.person().id();
      NoticeMail letter =
          new NoticeMail(
              UUID.nameUUIDFromBytes(("trouble/" + name).getBytes(UTF_8)),
              Optional.empty(),
              recipient.person(),
              TroubleLetter.write(house.get(), current, trouble, recipient.person().language()),
              trouble.beganAt());
      told |= mail.send(letter) instanceof MailAttempt.Accepted;
    }
    return told;
  }

  private List<NoticeRecipient> recipients(District current) {
    return RoleRouting.recipients(current, "", "", List.of("technology-director"), clock.instant())
        .told();
  }

  /** Hangs up. */
  @Override
  public void close() {
    mail.close();
  }
}
