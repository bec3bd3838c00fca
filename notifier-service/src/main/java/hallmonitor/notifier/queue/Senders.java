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

  private record Place(Sender sender, Worker worker) {}

  private final List<Place> places;

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
    this.places =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                n ->
                    new Sender(
                        database,
                        server.connection(),
                        writer,
                        clock,
                        record,
                        settled,
                        this::wake,
                        afterEach))
            .map(sender -> new Place(sender, worker(sender)))
            .toList();
  }

  private static Worker worker(Sender sender) {
    return new Worker("notice sender", sender::sendNext)
        .patience(PATIENCE)
        .essential()
        .atEnd(sender);
  }

  public Senders start() {
    places.forEach(place -> place.worker().start());
    return this;
  }

  /**
   * Signals that something is due; without it the senders check every second. One that has nothing
   * in hand is enough: all of them would ask for the same few mails.
   */
  public void wake() {
    places.stream()
        .filter(place -> !place.sender().isSending())
        .findFirst()
        .ifPresent(place -> place.worker().wake());
  }

  /** Returns whether every thread runs. */
  public boolean alive() {
    return places.stream().allMatch(place -> place.worker().alive());
  }

  /** Returns what prevents reading the queue, in words; mail trouble does not count. */
  public Optional<String> fault() {
    return places.stream().flatMap(place -> place.worker().fault().stream()).findFirst();
  }

  /** Lets each thread finish its current mails. */
  @Override
  public void close() {
    places.forEach(place -> place.worker().askToEnd());
    places.forEach(place -> place.worker().close());
  }
}
