package hallmonitor.local.practice;

import hallmonitor.local.practice.CommentStream.Act;
import hallmonitor.local.practice.CommentStream.Rewritten;
import hallmonitor.local.practice.CommentStream.Written;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Writes a {@link CommentStream} to the site at a steady rate, one stream at a time. */
final class StreamPump implements AutoCloseable {
  /** Most seconds' worth of comments to catch up after the machine was suspended. */
  private static final double MOST_CATCH_UP_SECONDS = 2;

  private static final int REMEMBERED = 2_000;

  /**
   * The stream's progress.
   *
   * @param first marker of the first comment
   * @param posted comments written
   * @param edited comments rewritten
   * @param violating written or rewritten comments that violate
   * @param trouble why it stopped early, or null
   */
  record Progress(
      boolean running,
      double rate,
      int count,
      long seed,
      int first,
      int posted,
      int edited,
      int violating,
      @Nullable String trouble) {}

  private static final class Run extends Thread {
    private final CommentStore store;
    private final StreamOrder order;
    private final CommentStream stream;
    private final Map<Integer, Integer> idByMarker =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
            return size() > REMEMBERED;
          }
        };
    private volatile Progress progress;
    private volatile boolean stopped;

    Run(CommentStore store, StreamOrder order, long seed, int first) {
      super("comment-stream");
      setDaemon(true);
      this.store = store;
      this.order = order;
      this.stream = new CommentStream(seed, order.mix(), first);
      this.progress = new Progress(true, order.rate(), order.count(), seed, first, 0, 0, 0, null);
    }

    @Override
    public void run() {
      String trouble = null;
      try {
        pump();
      } catch (IOException e) {
        trouble = e.getMessage();
      }
      Progress p = progress;
      progress =
          new Progress(
              false,
              p.rate(),
              p.count(),
              p.seed(),
              p.first(),
              p.posted(),
              p.edited(),
              p.violating(),
              trouble);
    }

    private void pump() throws IOException {
      long start = System.nanoTime();
      double done = 0;
      while (!stopped && (order.count() == 0 || progress.posted() < order.count())) {
        double due = (System.nanoTime() - start) / 1e9 * order.rate();
        if (done + 1 <= due + 1e-9 || done == 0) {
          done = Math.max(done, due - MOST_CATCH_UP_SECONDS * order.rate()) + 1;
          act(stream.next());
        } else {
          LockSupport.parkNanos((long) Math.min(5e6, (done + 1 - due) / order.rate() * 1e9));
        }
      }
    }

    private void act(Act act) throws IOException {
      Progress p = progress;
      boolean written = act instanceof Written;
      if (act instanceof Written w) {
        int parent = idByMarker.getOrDefault(w.parent(), 0);
        var draft = PracticeComment.Draft.plain(w.post(), parent, w.name(), w.text());
        idByMarker.put(w.marker(), store.create(draft).id());
      } else if (act instanceof Rewritten r) {
        Integer id = idByMarker.get(r.marker());
        if (id != null) {
          store.edit(id, CommentHtml.fromPlain(r.text()));
        }
      }
      progress =
          new Progress(
              true,
              p.rate(),
              p.count(),
              p.seed(),
              p.first(),
              p.posted() + (written ? 1 : 0),
              p.edited() + (written ? 0 : 1),
              p.violating() + (act.tone().violates() ? 1 : 0),
              null);
    }
  }

  private final CommentStore store;
  private @Nullable Run run;

  StreamPump(CommentStore store) {
    this.store = store;
  }

  /** Starts a stream and stops a running one first. */
  synchronized Progress start(StreamOrder order) {
    stop();
    long seed = order.seed() == 0 ? System.nanoTime() : order.seed();
    int first = order.firstMarker() == 0 ? store.nextId() : order.firstMarker();
    Run started = new Run(store, order, seed, first);
    run = started;
    started.start();
    return started.progress;
  }

  /** Stops after the current comment. */
  synchronized Progress stop() {
    if (run != null) {
      run.stopped = true;
      try {
        run.join(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return progress();
  }

  synchronized Progress progress() {
    return run == null ? new Progress(false, 0, 0, 0, 0, 0, 0, 0, null) : run.progress;
  }

  @Override
  public void close() {
    stop();
  }
}
