package hallmonitor.notifier.queue;

import hallmonitor.messaging.TraceHeaders;
import hallmonitor.messaging.Worker;
import hallmonitor.notifier.mail.MailAttempt;
import hallmonitor.notifier.mail.MailConnection;
import hallmonitor.notifier.mail.NoticeMail;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Sends one mail in one transaction: claim, send, record the result. If the process dies before the
 * commit, the notice is free again immediately. If it dies after the server's acceptance, the mail
 * goes out twice with the same Message-ID; see {@link NoticeMail}. What {@link NoticeAttempts}
 * committed before shows that this may have happened.
 */
final class Sender implements AutoCloseable {
  private static final Duration HANG_UP_AFTER = Duration.ofSeconds(20);

  private record Done(
      List<QueuedNotice> mail, MailAttempt attempt, NoticeOutcomes.Left left, Instant at) {}

  private final Jdbi database;
  private final MailConnection connection;
  private final MailWriter writer;
  private final InstantSource clock;
  private final MailRecord record;
  private final NoticeOutcomes outcomes;
  private final NoticeAttempts attempts;
  private final Runnable afterEach;
  private long lastUsed = System.nanoTime();

  /**
   * @param afterEach called after each mail's outcome was committed
   */
  Sender(
      Jdbi database,
      MailConnection connection,
      MailWriter writer,
      InstantSource clock,
      MailRecord record,
      NoticeSettledListener settled,
      Runnable afterEach) {
    this.database = database;
    this.connection = connection;
    this.writer = writer;
    this.clock = clock;
    this.record = record;
    this.outcomes = new NoticeOutcomes(settled);
    this.attempts = new NoticeAttempts(database);
    this.afterEach = afterEach;
  }

  /** Sends the next mail; hangs up when none was due for a while. */
  Duration sendNext() {
    Optional<Done> done = database.inTransaction(this::sendNext);
    if (done.isPresent()) {
      record.note(done.get().mail(), done.get().attempt(), done.get().left(), done.get().at());
      lastUsed = System.nanoTime();
      afterEach.run();
      return Duration.ZERO;
    }
    if (System.nanoTime() - lastUsed > HANG_UP_AFTER.toNanos()) {
      connection.close();
    }
    return Worker.IDLE;
  }

  private Optional<Done> sendNext(Handle transaction) {
    List<QueuedNotice> mail = DueNotices.claim(transaction, clock.instant());
    if (mail.isEmpty()) {
      return Optional.empty();
    }
    RecordHeaders trace = new RecordHeaders();
    mail.get(0).traceparent().ifPresent(value -> TraceHeaders.write(trace, value));
    Span span =
        GlobalOpenTelemetry.getTracer("hallmonitor.notifier")
            .spanBuilder("send notice")
            .setSpanKind(SpanKind.CLIENT)
            .setParent(TraceHeaders.readFrom(trace))
            .startSpan();
    try (Scope ignored = span.makeCurrent()) {
      MailAttempt attempt = attempt(transaction, mail);
      Instant at = clock.instant();
      return Optional.of(
          new Done(mail, attempt, outcomes.note(transaction, mail, attempt, at), at));
    } finally {
      span.end();
    }
  }

  private MailAttempt attempt(Handle transaction, List<QueuedNotice> mail) {
    Optional<NoticeMail> written;
    try {
      written = writer.write(mail, ConsolePeople.names(transaction));
    } catch (RuntimeException e) {
      // A notice that cannot be written must neither stop the others nor disappear.
      return new MailAttempt.Delayed(
          "unwritable",
          false,
          "The notice could not be written ("
              + e.getClass().getSimpleName()
              + "); tell the person in another way and report it to the program's makers.",
          false);
    }
    return written
        .map(m -> send(transaction, mail, m))
        .orElseGet(
            () ->
                new MailAttempt.Refused(
                    "The person "
                        + mail.get(0).person()
                        + " is no longer in district.yaml; tell the person who took over."));
  }

  private MailAttempt send(Handle transaction, List<QueuedNotice> mail, NoticeMail written) {
    UUID begun = attempts.begin(mail, written.id());
    // Fails if the claim was lost with its connection. Otherwise the attempt was committed during
    // the claim, and the next claim sees it.
    transaction.execute("select 1");
    MailAttempt attempt = handOver(written);
    if (!(attempt instanceof MailAttempt.Delayed delayed && delayed.mayHaveArrived())) {
      NoticeAttempts.known(transaction, begun);
    }
    return attempt;
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
