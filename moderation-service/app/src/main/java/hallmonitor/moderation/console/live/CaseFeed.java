package hallmonitor.moderation.console.live;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.EventPosition;
import hallmonitor.moderation.console.access.Scope;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Checks the database for changes of cases, once for all open pages together, and only while there
 * are any.
 */
@ApplicationScoped
public class CaseFeed {
  private static final System.Logger LOG = System.getLogger(CaseFeed.class.getName());

  /** A page that missed more than this is loaded again, which is less work than telling it. */
  static final int MOST = 1_000;

  private final ConsoleDatabase database;

  /**
   * An open page, which is told only what its person may see.
   *
   * @param behind receives the current position if the page missed too much to be told
   */
  record Listener(Scope scope, Consumer<FeedUpdate> told, Consumer<EventPosition> behind) {
    void tell(FeedUpdate news) {
      List<CaseNotification> theirs =
          news.changes().stream().filter(c -> scope.sees(c.building(), c.account())).toList();
      if (!theirs.isEmpty()) {
        told.accept(new FeedUpdate(news.known(), theirs));
      }
    }
  }

  /**
   * Events in the order of their ids.
   *
   * @param known position of the receiver after these
   */
  record FeedUpdate(EventPosition known, List<CaseNotification> changes) {}

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

  /**
   * No {@code Worker}, which repeats one step: this thread also tells a new page what it missed.
   */
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread t = new Thread(work, "case-feed");
            t.setDaemon(true);
            return t;
          });

  private @Nullable EventWindow window;

  CaseFeed(ConsoleDatabase database, ConsoleConfig config) {
    this.database = database;
    long every = Math.max(1, config.liveEvery().toMillis());
    var unused = // it runs until the thread is shut down
        thread.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }

  /**
   * Adds a listener.
   *
   * @param since position of the page; it first receives what it missed, on the feed's thread
   */
  void listen(Listener listener, Optional<EventPosition> since) {
    listeners.add(listener);
    thread.execute(() -> begin(listener, since));
  }

  /**
   * Opens the window before reading what the listener missed; otherwise events between the two
   * would be lost.
   */
  private void begin(Listener listener, Optional<EventPosition> since) {
    try {
      if (window == null) {
        window = start();
      }
      // It may have left while it waited for this thread.
      since
          .filter(known -> listeners.contains(listener))
          .ifPresent(known -> catchUp(listener, known));
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "an open page was not told what it missed ({0})",
          e.getClass().getName());
    }
  }

  private void catchUp(Listener listener, EventPosition since) {
    EventPosition now = known();
    FeedUpdate missed = news(since, listener.scope(), all -> all);
    if (missed.changes().size() == MOST) {
      listener.behind().accept(now);
    } else {
      listener.tell(missed);
    }
  }

  /** Returns how many pages are open. */
  int openPages() {
    return listeners.size();
  }

  /**
   * Returns the current position. A page calls this before it reads what it shows, and connects
   * with it, so that it receives everything since.
   */
  public EventPosition known() {
    return database.read(EventPosition::now);
  }

  void leave(Listener listener) {
    listeners.remove(listener);
  }

  private void look() {
    try {
      if (listeners.isEmpty()) {
        window = null;
      } else if (window == null) {
        window = start();
      } else {
        EventPosition from = new EventPosition(window.from(), List.of());
        FeedUpdate fresh = news(from, Scope.EVERYWHERE, window::fresh);
        listeners.forEach(listener -> listener.tell(fresh));
      }
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "no news of cases for the open pages ({0}); trying again",
          e.getClass().getName());
    }
  }

  private EventWindow start() {
    long newest = known().newest();
    EventPosition from = new EventPosition(Math.max(0, newest - EventWindow.OVERLAP), List.of());
    FeedUpdate there = news(from, Scope.EVERYWHERE, all -> all);
    return new EventWindow(
        newest, there.changes().stream().map(CaseNotification::eventId).toList());
  }

  /** Reads running transactions before events: what commits in between is told again. */
  private FeedUpdate news(
      EventPosition since, Scope scope, UnaryOperator<List<CaseNotification>> chosen) {
    return database.read(
        h -> {
          EventPosition now = EventPosition.now(h);
          List<CaseNotification> changes = chosen.apply(read(h, since, scope));
          long told =
              changes.stream().mapToLong(CaseNotification::eventId).max().orElse(now.newest());
          return new FeedUpdate(now.upTo(told), changes);
        });
  }

  private static List<CaseNotification> read(Handle h, EventPosition since, Scope scope) {
    long lowest =
        since.underWay().isEmpty() ? since.newest() : since.newest() - EventWindow.OVERLAP;
    return scope
        .bind(
            h.createQuery(
                """
                select e.id as event_id, e.case_id, e.kind in ('opened', 'reopened') as opened,
                       rc.state = 'open' as open, rc.version, rc.building, rc.account, rc.platform, rc.category,
                       rc.clause, rc.language, rc.urgency, rc.action_state, rc.unconfirmed,
                       rc.lane_since is not null as lane, rc.fold
                from case_event e join review_case rc using (case_id)
                where e.id > :lowest and (e.id > :newest or e.xmin::text::bigint = any(:under_way)) and <in_scope>
                order by e.id limit :most
                """))
        .bind("lowest", lowest)
        .bind("newest", since.newest())
        // A row stores the lower half of its transaction's id.
        .bindArray(
            "under_way", Long.class, since.underWay().stream().map(x -> x & 0xFFFF_FFFFL).toList())
        .bind("most", MOST)
        .map(rows(CaseNotification.class))
        .list();
  }
}
