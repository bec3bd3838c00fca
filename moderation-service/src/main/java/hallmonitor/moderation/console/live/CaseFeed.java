package hallmonitor.moderation.console.live;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Asks the database for changes of cases, once for all open pages together, and only while there
 * are any.
 */
@ApplicationScoped
public class CaseFeed {
  private static final Logger LOG = Logger.getLogger(CaseFeed.class);
  private static final int MOST = 1_000;

  private final ConsoleDatabase database;

  /** A page that is open: it hears of what its person may see. */
  record Listener(Scope scope, Consumer<List<CaseChange>> told) {
    void tell(List<CaseChange> changes) {
      List<CaseChange> theirs = changes.stream().filter(c -> scope.sees(c.building())).toList();
      if (!theirs.isEmpty()) {
        told.accept(theirs);
      }
    }
  }

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread t = new Thread(work, "case-feed");
            t.setDaemon(true);
            return t;
          });
  private EventWindow window;

  CaseFeed(ConsoleDatabase database, ConsoleConfig config) {
    this.database = database;
    long every = Math.max(1, config.liveEvery().toMillis());
    thread.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }

  /**
   * @param since the last event that the page knows, 0 when there was none; first it is told, on
   *     the feed's thread, what it missed
   */
  void listen(Listener listener, OptionalLong since) {
    listeners.add(listener);
    thread.execute(() -> begin(listener, since));
  }

  /**
   * The window is open before the listener is told what it missed: what happens between the two
   * would be heard by nobody.
   */
  private void begin(Listener listener, OptionalLong since) {
    try {
      if (window == null) {
        window = start();
      }
      since.ifPresent(known -> listener.tell(read(known, listener.scope())));
    } catch (RuntimeException e) {
      LOG.warnf("an open page was not told what it missed (%s)", e.getClass().getName());
    }
  }

  /**
   * The newest event, 0 when there is none. A page asks before it reads what it shows, and connects
   * with it: so it hears of what happens until it is connected.
   */
  public long newest() {
    return database.read(
        h -> h.select("select coalesce(max(id), 0) from case_event").mapTo(long.class).one());
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
        List<CaseChange> fresh = window.fresh(read(window.from(), Scope.EVERYWHERE));
        if (!fresh.isEmpty()) {
          listeners.forEach(listener -> listener.tell(fresh));
        }
      }
    } catch (RuntimeException e) {
      LOG.warnf("no news of cases for the open pages (%s); trying again", e.getClass().getName());
    }
  }

  private EventWindow start() {
    long newest = newest();
    List<CaseChange> there = read(Math.max(0, newest - EventWindow.OVERLAP), Scope.EVERYWHERE);
    return new EventWindow(newest, there.stream().map(CaseChange::eventId).toList());
  }

  private List<CaseChange> read(long above, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                    select e.id as event_id, e.case_id, e.kind in ('opened', 'reopened') as opened,
                           rc.state = 'open' as open, rc.version, rc.building, rc.account, rc.platform, rc.category,
                           rc.clause, rc.language, rc.action_state, rc.unconfirmed, rc.fold
                    from case_event e join review_case rc using (case_id)
                    where e.id > :above and %s order by e.id limit :most
                    """
                            .formatted(Scope.CASES)))
                .bind("above", above)
                .bind("most", MOST)
                .map(rows(CaseChange.class))
                .list());
  }
}
