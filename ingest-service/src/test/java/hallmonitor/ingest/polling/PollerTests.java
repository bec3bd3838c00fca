package hallmonitor.ingest.polling;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Names;
import hallmonitor.ingest.account.RateBudget;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** An account of a scripted platform, its log in memory, and a clock that the test moves. */
abstract class PollerTests {
  static final Duration FLOOR = Duration.ofMillis(100);
  static final Duration IDLE = Duration.ofSeconds(1);
  static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  final ManualClock clock = new ManualClock();
  final ScriptedSource source = new ScriptedSource();
  final MemoryLog log = new MemoryLog();
  final RateBudget budget = new RateBudget(100, 200, clock::nanos);
  ReadingRequest wish = ReadingRequest.NONE;
  AccountPoller poller = poller(Optional.empty());

  final AccountPoller poller(Optional<LocalDate> backfillFrom) {
    return new AccountPoller(
        new PolledAccount("site", "scripted", Names.HANDLES, FLOOR, IDLE, backfillFrom, CHICAGO),
        source,
        log,
        budget,
        clock,
        PollListener.SILENT,
        () -> wish);
  }

  /** Runs due turns for the given time. */
  final void run(Duration time) {
    var end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      Duration wait = poller.turn();
      clock.pass(wait.isZero() ? Duration.ofMillis(1) : wait);
    }
  }

  final List<Kind> kinds(String id) {
    return log.comments(id).stream().map(CommentSeen::kind).toList();
  }
}
