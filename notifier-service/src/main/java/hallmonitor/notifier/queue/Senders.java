package hallmonitor.notifier.queue;

import hallmonitor.messaging.Worker;
import hallmonitor.notifier.mail.MailServer;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.settings.district.District;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/** Several threads that send what is due. */
public final class Senders implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final List<Worker> workers;

  /**
   * Creates the threads.
   *
   * @param count number of threads, each with its own connection to the mail server
   * @param settled receives each notice that was accepted or permanently refused
   * @param afterEach called after each mail's result was committed
   */
  public Senders(
      Jdbi database,
      MailServer server,
      Supplier<District> districts,
      Supplier<NoticeSettings> house,
      int count,
      InstantSource clock,
      MailRecord record,
      NoticeSettledListener settled,
      Runnable afterEach) {
    MailWriter writer = new MailWriter(districts, house);
    this.workers =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                n ->
                    new Sender(
                        database, server.connection(), writer, clock, record, settled, afterEach))
            .map(Senders::worker)
            .toList();
  }

  private static Worker worker(Sender sender) {
    return new Worker("notice sender", sender::sendNext).patience(PATIENCE).atEnd(sender);
  }

  public Senders start() {
    workers.forEach(Worker::start);
    return this;
  }

  /** Signals that something is due; without it the senders check every second. */
  public void wake() {
    workers.forEach(Worker::wake);
  }

  /** Returns whether every thread runs. */
  public boolean alive() {
    return workers.stream().allMatch(Worker::alive);
  }

  /** Returns what prevents reading the queue, in words; mail trouble does not count. */
  public Optional<String> fault() {
    return workers.stream().flatMap(worker -> worker.fault().stream()).findFirst();
  }

  /** Lets each thread finish its current mail. */
  @Override
  public void close() {
    workers.forEach(Worker::askToEnd);
    workers.forEach(Worker::close);
  }
}
