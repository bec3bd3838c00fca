package hallmonitor.notifier.queue;

import hallmonitor.messaging.TraceHeaders;
import hallmonitor.messaging.Worker;
import hallmonitor.notifier.mail.MailAttempt;
import hallmonitor.notifier.mail.MailConnection;
import hallmonitor.notifier.mail.NoticeMail;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Sends a few mails in one transaction: claim, send one after the other, record the results. If the
 * process dies before the commit, the notices are free again immediately. A mail that the server
 * accepted before that goes out twice with the same Message-ID; see {@link NoticeMail}. What {@link
 * NoticeAttempts} committed before shows that this may have happened.
 */
final class Sender implements AutoCloseable {
  private static final Duration HANG_UP_AFTER = Duration.ofSeconds(20);

  private final Jdbi database;
  private final MailConnection connection;
  private final MailWriter writer;
  private final InstantSource clock;
  private final MailRecord record;
  private final NoticeSettledListener settled;
  private final NoticeAttempts attempts;
  private final Runnable moreDue;
  private final Runnable afterEach;
  private final SendingPace pace = new SendingPace();
  private volatile boolean sending;
  private long lastUsed = System.nanoTime();

  /**
   * @param moreDue called when there may be more than it has in hand
   * @param afterEach called after the outcomes of mails were committed
   */
  Sender(
      Jdbi database,
      MailConnection connection,
      MailWriter writer,
      InstantSource clock,
      MailRecord record,
      NoticeSettledListener settled,
      Runnable moreDue,
      Runnable afterEach) {
    this.database = database;
    this.connection = connection;
    this.writer = writer;
    this.clock = clock;
    this.record = record;
    this.settled = settled;
    this.attempts = new NoticeAttempts(database);
    this.moreDue = moreDue;
    this.afterEach = afterEach;
  }

  /** Returns whether it has mails in hand, and looks for others only after them. */
  boolean isSending() {
    return sending;
  }

  /** Sends the next mails; hangs up when none was due for a while. */
  Duration sendNext() {
    NotedMails noted;
    try {
      noted = database.inTransaction(this::sendNext);
    } catch (RuntimeException e) {
      pace.failed();
      throw e;
    } finally {
      sending = false;
    }
    noted.mails().forEach(record::note);
    if (noted.failure().isPresent()) {
      throw noted.failure().get();
    }
    if (!noted.mails().isEmpty()) {
      lastUsed = System.nanoTime();
      afterEach.run();
      return Duration.ZERO;
    }
    if (System.nanoTime() - lastUsed > HANG_UP_AFTER.toNanos()) {
      connection.close();
    }
    return Worker.IDLE;
  }

  private NotedMails sendNext(Handle transaction) {
    List<List<QueuedNotice>> claimed = DueNotices.claim(transaction, clock.instant(), pace.most());
    if (claimed.isEmpty()) {
      return NotedMails.NONE;
    }
    sending = true;
    if (claimed.size() == pace.most()) {
      moreDue.run();
    }
    long start = System.nanoTime();
    List<AttemptedMail> attempted = new ArrayList<>();
    List<BegunMail> begun = begin(transaction, claimed, attempted);
    int left = 0;
    for (BegunMail mail : begun) {
      boolean late = System.nanoTime() - start > SendingPace.LONGEST.toNanos();
      if (late && !attempted.isEmpty()) {
        left++;
      } else {
        attempted.add(handOver(mail));
      }
    }
    NoticeAttempts.known(
        transaction, begun.stream().skip(begun.size() - left).map(BegunMail::attempt).toList());
    pace.took(claimed.size(), Duration.ofNanos(System.nanoTime() - start));
    return NotedMails.of(transaction, attempted, settled);
  }

  /** Writes the mails and has it on record that they are about to be sent. */
  private List<BegunMail> begin(
      Handle transaction, List<List<QueuedNotice>> claimed, List<AttemptedMail> attempted) {
    List<BegunMail> begun = new ArrayList<>();
    Map<String, String> names = ConsolePeople.names(transaction);
    for (List<QueuedNotice> notices : claimed) {
      try {
        writer
            .write(notices, names)
            .ifPresentOrElse(
                mail -> begun.add(new BegunMail(UUID.randomUUID(), notices, mail)),
                () -> attempted.add(unsent(notices, gone(notices))));
      } catch (RuntimeException e) {
        // A notice that cannot be written must neither stop the others nor disappear.
        attempted.add(unsent(notices, unwritable(e)));
      }
    }
    if (!begun.isEmpty()) {
      attempts.begin(begun);
      // Fails if the claim was lost with its connection. Otherwise the attempts were committed
      // during the claim, and the next claim sees them.
      transaction.execute("select 1");
    }
    return begun;
  }

  private AttemptedMail unsent(List<QueuedNotice> notices, MailAttempt outcome) {
    return new AttemptedMail(Optional.empty(), notices, outcome, clock.instant(), trace(notices));
  }

  private static MailAttempt gone(List<QueuedNotice> notices) {
    return new MailAttempt.Refused(
        "The person "
            + notices.get(0).person()
            + " is no longer in district.yaml; tell the person who took over.");
  }

  private static MailAttempt unwritable(RuntimeException e) {
    return new MailAttempt.Delayed(
        "unwritable",
        false,
        "The notice could not be written ("
            + e.getClass().getSimpleName()
            + "); tell the person in another way and report it to the program's makers.",
        false);
  }

  private AttemptedMail handOver(BegunMail begun) {
    Span span =
        GlobalOpenTelemetry.getTracer("hallmonitor.notifier")
            .spanBuilder("send notice")
            .setSpanKind(SpanKind.CLIENT)
            .setParent(trace(begun.notices()))
            .startSpan();
    try (Scope ignored = span.makeCurrent()) {
      MailAttempt outcome = handOver(begun.mail());
      return new AttemptedMail(
          Optional.of(begun.attempt()),
          begun.notices(),
          outcome,
          clock.instant(),
          Context.current());
    } finally {
      span.end();
    }
  }

  private static Context trace(List<QueuedNotice> notices) {
    RecordHeaders trace = new RecordHeaders();
    notices.get(0).traceparent().ifPresent(value -> TraceHeaders.write(trace, value));
    return TraceHeaders.readFrom(trace);
  }

  /**
   * Without this, an unforeseen failure would roll back the claim, and the same mail would be first
   * again a second later, endlessly.
   */
  private MailAttempt handOver(NoticeMail mail) {
    try {
      return connection.send(mail);
    } catch (RuntimeException e) {
      connection.close();
      return new MailAttempt.Delayed(
          "unsendable",
          false,
          "The notice could not be handed over ("
              + e.getClass().getSimpleName()
              + "); tell the person in another way and report it to the program's makers.",
          connection.sentToItsEnd());
    }
  }

  /** Hangs up. */
  @Override
  public void close() {
    connection.close();
  }
}
