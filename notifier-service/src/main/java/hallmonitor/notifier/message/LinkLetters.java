package hallmonitor.notifier.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.Worker;
import hallmonitor.notifier.mail.MailAttempt;
import hallmonitor.notifier.mail.MailConnection;
import hallmonitor.notifier.mail.NoticeMail;
import hallmonitor.notifier.notice.ComposedNotice;
import hallmonitor.notifier.notice.ComposedNotice.Entry;
import hallmonitor.notifier.notice.ComposedNotice.Fact;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.notifier.notice.PlainText;
import hallmonitor.notifier.queue.LinkUses;
import hallmonitor.notifier.queue.LinkUses.OtherBrowser;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Building;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.notice.NoticePhrases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells the person a link was sent to, by mail, that it was used in another browser than the first
 * one: someone may have got it from them. A mail that the mail server does not accept is tried
 * again every minute, for a day.
 */
public final class LinkLetters implements AutoCloseable {
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofDays(1);
  private static final int LONGEST_NAME = 80;

  private final Jdbi database;
  private final MailConnection mail;
  private final Supplier<District> district;
  private final Supplier<NoticeSettings> house;
  private final InstantSource clock;

  public LinkLetters(
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

  /** Sends the next mail, and returns how long to wait for another one. */
  public Duration writeNext() {
    return database.inTransaction(this::writeNext) ? Duration.ZERO : Worker.IDLE;
  }

  private boolean writeNext(Handle transaction) {
    Instant now = clock.instant();
    Optional<OtherBrowser> next = LinkUses.claim(transaction, now);
    next.ifPresent(
        use -> {
          boolean over = use.usedAt().plus(PATIENCE).isBefore(now);
          if (over || isTold(use)) {
            LinkUses.told(transaction, use);
          } else {
            LinkUses.tellLater(transaction, use, now.plus(AGAIN));
          }
        });
    return next.isPresent();
  }

  /** Nobody is told who is no longer in the district's file. */
  private boolean isTold(OtherBrowser use) {
    Optional<Person> person = district.get().person(use.person());
    if (person.isEmpty()) {
      return true;
    }
    MailAttempt attempt =
        mail.send(
            new NoticeMail(
                idOf(use),
                Optional.of(use.caseId()),
                person.get(),
                letter(use, person.get()),
                use.usedAt()));
    return attempt instanceof MailAttempt.Accepted || attempt instanceof MailAttempt.Refused;
  }

  private static UUID idOf(OtherBrowser use) {
    HexFormat hex = HexFormat.of();
    String name = "link/" + hex.formatHex(use.link()) + "/" + hex.formatHex(use.browser());
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }

  private ComposedNotice letter(OtherBrowser use, Person to) {
    NoticePhrases phrases = NoticePhrases.in(to.language());
    District current = district.get();
    String building = current.building(use.building()).map(Building::name).orElseGet(use::building);
    DateTimeFormatter time =
        DateTimeFormatter.ofPattern(phrases.say("time"), phrases.locale())
            .withZone(current.timeZone());
    String title = phrases.say("link-used.title");
    return new ComposedNotice(
        to.language(),
        title,
        phrases.say("link-used.urgency"),
        "",
        false,
        title,
        List.of(),
        List.of(
            new Entry(
                "",
                List.of(
                    new Fact(
                        phrases.say("link-used.school"), PlainText.line(building, LONGEST_NAME)),
                    new Fact(phrases.say("link-used.when"), time.format(use.usedAt()))),
                "",
                phrases.say("link-used.todo"),
                "",
                house.get().consoleUrl() + "/cases/" + use.caseId(),
                phrases.say("link.console"))),
        phrases.say("link-used.footer"));
  }

  /** Hangs up. */
  @Override
  public void close() {
    mail.close();
  }
}
