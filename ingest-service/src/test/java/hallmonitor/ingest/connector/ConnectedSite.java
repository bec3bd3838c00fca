package hallmonitor.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.ingest.polling.AccountPoller;
import hallmonitor.ingest.polling.MemoryLog;
import hallmonitor.ingest.polling.PollListener;
import hallmonitor.ingest.polling.PolledAccount;
import hallmonitor.ingest.polling.ReadingRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A platform, a connector to it, and the engine that reads it. */
public abstract class ConnectedSite {
  private static final int ATTEMPTS = 5;

  protected abstract TestSite site();

  /** Creates the platform with a time limit for each answer. */
  protected abstract Platform platform(Duration answerWithin);

  /** Returns what the platform can do; the connector must refuse everything else. */
  protected abstract Set<Capability> can();

  /** Returns how many comments are written at once without losing any. */
  protected int burst() {
    return 200;
  }

  /** Returns whether the platform says what a comment answers. */
  protected boolean threads() {
    return true;
  }

  /** Returns whether the platform lists who is blocked by the account. */
  protected boolean listsBlocks() {
    return true;
  }

  /** Returns whether a block hides the author's comments from the public. */
  protected boolean blockHides() {
    return false;
  }

  protected Connector connector(String url, String credential, Duration answerWithin) {
    return connector(platform(answerWithin), url, credential);
  }

  protected static Connector connector(Platform platform, String url, String credential) {
    RateBudget budget = new RateBudget(10_000, 10_000, System::nanoTime);
    AccountSecrets secrets = new AccountSecrets(Path.of("no-such-folder"), name -> credential);
    return platform.connect(new Access("site", URI.create(url), "credential", secrets, budget));
  }

  protected Connector connector(String credential) {
    return connector(site().url(), credential, PlatformHttp.ANSWER);
  }

  protected Connector connector() {
    return connector(site().credential());
  }

  /** An account being read; {@code until} runs its turns. */
  protected final class Reading {
    public final MemoryLog log = new MemoryLog();
    private final AccountPoller poller;
    private Duration ahead = Duration.ZERO;

    public Reading(Optional<LocalDate> backfillFrom) {
      poller =
          new AccountPoller(
              new PolledAccount(
                  "site",
                  platform(PlatformHttp.ANSWER).name(),
                  CommentSeen.Names.FREE,
                  Duration.ofMillis(50),
                  Duration.ofMillis(200),
                  backfillFrom,
                  java.time.ZoneOffset.UTC),
              connector(),
              log,
              new RateBudget(10_000, 10_000, System::nanoTime),
              () -> Instant.now().plus(ahead),
              PollListener.SILENT,
              () -> ReadingRequest.NONE);
    }

    /** Continues as if this much more time had passed. */
    public void later(Duration time) {
      ahead = ahead.plus(time);
    }

    public Reading until(String what, BooleanSupplier reached) {
      long deadline = System.nanoTime() + site().patience().toNanos();
      while (!reached.getAsBoolean()) {
        assertThat(System.nanoTime())
            .as("in time: %s; state %s", what, poller.state())
            .isLessThan(deadline);
        pause(poller.turn());
      }
      return this;
    }

    public Reading untilLive() {
      return until("the live edge is reached", () -> poller.state().caughtUp());
    }

    public CommentSeen seen(String id, Kind kind) {
      until(kind + " of " + id, () -> log.comments(id).stream().anyMatch(c -> c.kind() == kind));
      return log.comments(id).stream().filter(c -> c.kind() == kind).findFirst().orElseThrow();
    }

    /** Reads until the newest state of a comment is this one. */
    public void shown(String id, Visibility visibility) {
      until(
          id + " is " + visibility,
          () -> {
            List<CommentSeen> all = log.comments(id);
            return !all.isEmpty() && all.get(all.size() - 1).visibility() == visibility;
          });
    }

    public Set<String> ids() {
      Set<String> ids = new HashSet<>();
      log.comments().forEach(c -> ids.add(c.comment().id()));
      return ids;
    }

    public List<String> repliesTo(String id) {
      return log.comments().stream()
          .filter(c -> c.parent().filter(id::equals).isPresent())
          .map(c -> c.comment().id())
          .distinct()
          .toList();
    }
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(Math.min(wait.toMillis(), 200));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  protected Reading reading() {
    return new Reading(Optional.empty());
  }

  /** An act on the platform. */
  protected interface Act {
    CommentActions.Applied run() throws PlatformException;
  }

  /**
   * Acts like the service: an unanswered act is tried again, a little later. A server that closes a
   * connection without saying so (snac does after each answer) can meet several requests in a row.
   */
  protected static CommentActions.Applied tried(Act act) throws PlatformException {
    for (int attempt = 1; ; attempt++) {
      try {
        return act.run();
      } catch (PlatformException e) {
        if (!(e.fault() instanceof Fault.Transient) || attempt == ATTEMPTS) {
          throw e;
        }
        pause(Duration.ofMillis(100L * attempt));
      }
    }
  }

  protected static Fault faultOf(ThrowingCallable call) {
    PlatformException thrown = catchThrowableOfType(PlatformException.class, call);
    assertThat(thrown).as("a fault").isNotNull();
    return thrown.fault();
  }

  protected static String text(String what) {
    return what + " " + System.nanoTime();
  }
}
