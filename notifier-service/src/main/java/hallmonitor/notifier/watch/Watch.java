package hallmonitor.notifier.watch;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.messaging.Worker;
import hallmonitor.messaging.beat.BeatBoard;
import hallmonitor.messaging.beat.BeatSender;
import hallmonitor.messaging.beat.Hearing;
import hallmonitor.messaging.beat.SelfView;
import hallmonitor.messaging.beat.SilenceLimits.Standing;
import hallmonitor.notifier.trouble.Trouble;
import hallmonitor.notifier.trouble.TroubleTeller;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks every second whether the services live and what they say of themselves, and writes what is
 * wrong into the book of troubles. Its own thread asks neither the database nor the broker.
 */
public final class Watch implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Supplier<SelfView> self;
  private final WatchLimits limits;
  private final Supplier<Duration> longestIdle;
  private final InstantSource clock = InstantSource.system();
  private final BeatBoard board;
  private final BeatSender sender;
  private final TroubleBook book;
  private final DatabaseAlarm database;
  private final OutwardHeartbeat heartbeat;
  private final Lasting lasting = new Lasting();
  private final Worker eyes;
  private volatile List<WatchFinding> latest = List.of();
  private volatile boolean wasWell = true;

  /**
   * Where the outside watch is.
   *
   * @param address a web address; empty for none
   * @param privateNetwork whether it may be on this machine or in the district's own network
   */
  public record Outside(Supplier<Optional<String>> address, boolean privateNetwork) {}

  /**
   * Creates a watch.
   *
   * @param kafka connection to the brokers
   * @param self what this service sees of itself; must not ask the database
   * @param teller for the troubles of the database
   * @param longestIdle longest time between two reads of an account of this district
   */
  public Watch(
      Jdbi jdbi,
      Map<String, Object> kafka,
      Supplier<SelfView> self,
      TroubleTeller teller,
      WatchLimits limits,
      Supplier<Duration> longestIdle,
      Outside outside) {
    this.self = self;
    this.limits = limits;
    this.longestIdle = longestIdle;
    this.board = new BeatBoard(kafka, limits.silence());
    this.sender = new BeatSender(kafka, "notifier", this::beat, clock);
    this.book = new TroubleBook(jdbi, clock);
    this.database = new DatabaseAlarm(teller, limits.database());
    this.heartbeat =
        new OutwardHeartbeat(outside.address(), outside.privateNetwork(), this::isWell);
    this.eyes = new Worker("watch", this::look).patience(PATIENCE).atEnd(teller);
  }

  public Watch start() {
    board.start();
    book.start();
    eyes.start();
    sender.start();
    heartbeat.start();
    return this;
  }

  /** Returns what keeps the watch from working; empty if nothing does. */
  public List<String> faults() {
    return board.alive() && sender.alive() && book.alive() && eyes.alive()
        ? List.of()
        : List.of("The other services are no longer watched; restart the notifier.");
  }

  private Duration look() {
    WatchSigns signs =
        new WatchSigns(
            board.of("notifier"),
            board.of("ingest"),
            board.of("moderation"),
            seen(),
            book.isSettled(),
            longestIdle.get(),
            heartbeat.trouble(),
            clock.instant());
    latest = lasting.of(Diagnosis.findings(signs, limits), System.nanoTime());
    book.note(latest);
    database.look(signs.isPlannedStop() ? Duration.ZERO : book.unansweredFor(), signs.now());
    if (wasWell != isWell()) {
      wasWell = !wasWell;
      heartbeat.wake();
    }
    return Worker.IDLE;
  }

  /**
   * With what was heard of this service: the sender of beats looks at the clock of this machine,
   * and another notifier must not end what this one found, nor the other way around.
   */
  private SelfView seen() {
    SelfView seen = self.get();
    Hearing own = board.of("notifier");
    if (limits.silence().of(own) != Standing.LIVES) {
      return seen;
    }
    List<ServiceBeat.Fault> faults = new ArrayList<>(seen.faults());
    List<ServiceBeat.Wait> waits = new ArrayList<>(seen.waits());
    own.latest()
        .ifPresent(
            heard -> {
              faults.addAll(heard.faults());
              waits.addAll(heard.waits());
            });
    return SelfView.of(seen.lastReadAt(), waits, faults);
  }

  private boolean isWell() {
    return latest.stream().noneMatch(finding -> finding.isWrong() && finding.urgent())
        && database.standing().isEmpty();
  }

  private SelfView beat() {
    SelfView seen = self.get();
    List<ServiceBeat.Trouble> troubles =
        Stream.concat(book.standing().stream(), database.standing().stream())
            .map(this::told)
            .toList();
    List<ServiceBeat.Fault> faults = new ArrayList<>(seen.faults());
    heartbeat.trouble().ifPresent(why -> faults.add(new ServiceBeat.Fault("heartbeat", why)));
    return seen.withFaults(faults).withTroubles(troubles);
  }

  private ServiceBeat.Trouble told(Trouble trouble) {
    return new ServiceBeat.Trouble(
        trouble.subject(),
        trouble.why(),
        trouble.urgent(),
        trouble.beganAt(),
        book.isKnown(trouble));
  }

  @Override
  public void close() {
    sender.close();
    heartbeat.close();
    eyes.close();
    book.close();
    board.close();
  }
}
