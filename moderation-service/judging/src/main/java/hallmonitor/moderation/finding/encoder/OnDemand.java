package hallmonitor.moderation.finding.encoder;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something large that is loaded when it is needed and closed when nobody needed it for a time.
 * Thread-safe; several threads use it at once, and it is closed while none does.
 *
 * @param <T> what is loaded
 */
final class OnDemand<T> implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OnDemand.class.getName());

  /** A rest of zero must not keep a processor busy. */
  private static final Duration SHORTEST_LOOK = Duration.ofMillis(100);

  private final Supplier<T> loading;
  private final Consumer<T> closing;
  private final long restNanos;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private @Nullable T loaded;

  /** Of the last load. Until the watcher looks again, it is not tried for each comment. */
  private @Nullable RuntimeException failure;

  private volatile long lastUsed;

  /**
   * Creates it without loading.
   *
   * @param loading called when it is needed; its exceptions go to the callers who need it, and it
   *     is tried again up to a quarter of the rest later
   * @param closing called while nobody uses it
   * @param rest time without a use after which it is closed, or up to a quarter later
   * @param watcher looks after that; not closed here
   */
  OnDemand(
      Supplier<T> loading, Consumer<T> closing, Duration rest, ScheduledExecutorService watcher) {
    this.loading = loading;
    this.closing = closing;
    this.restNanos = rest.toNanos();
    long every = Math.max(SHORTEST_LOOK.toNanos(), restNanos / 4);
    var unused = // it runs until the watcher is shut down
        watcher.scheduleWithFixedDelay(this::closeIfUnused, every, every, TimeUnit.NANOSECONDS);
  }

  /** Does something with it, and loads it first if needed. */
  <R> R use(Function<T, R> work) {
    while (true) {
      lock.readLock().lock();
      try {
        T present = loaded;
        if (present != null) {
          R result = work.apply(present);
          lastUsed = System.nanoTime();
          return result;
        }
      } finally {
        lock.readLock().unlock();
      }
      load();
    }
  }

  /** Loads it if it is not there, and counts as a use. */
  void load() {
    if (isLoaded()) {
      lastUsed = System.nanoTime();
      return;
    }
    lock.writeLock().lock();
    try {
      if (failure != null) {
        throw failure;
      }
      if (loaded == null) {
        loaded = loading.get();
      }
      lastUsed = System.nanoTime();
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Returns whether it is in memory now. */
  boolean isLoaded() {
    lock.readLock().lock();
    try {
      return loaded != null;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Does not wait for its users, so that none of them waits for this. */
  private void closeIfUnused() {
    if (!lock.writeLock().tryLock()) {
      return;
    }
    try {
      failure = null;
      if (System.nanoTime() - lastUsed >= restNanos) {
        drop();
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "What nobody uses was not closed.", e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void drop() {
    T present = loaded;
    loaded = null;
    if (present != null) {
      closing.accept(present);
    }
  }

  /** Waits for its users. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      drop();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
