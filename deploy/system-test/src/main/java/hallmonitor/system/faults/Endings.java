package hallmonitor.system.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What must end with a run: the last first, and each even if another does not end well. */
final class Endings implements AutoCloseable {
  private final Deque<AutoCloseable> all = new ArrayDeque<>();

  /** Adds something and returns it. */
  <T extends AutoCloseable> T add(T part) {
    all.push(part);
    return part;
  }

  /**
   * Ends everything that was added.
   *
   * @throws IllegalStateException once all were asked to end, if one did not end well
   */
  @Override
  public void close() {
    IllegalStateException trouble = null;
    while (!all.isEmpty()) {
      try {
        all.pop().close();
      } catch (Exception e) {
        trouble = with(trouble, e);
      }
    }
    if (trouble != null) {
      throw trouble;
    }
  }

  private static IllegalStateException with(@Nullable IllegalStateException first, Exception e) {
    if (first == null) {
      return new IllegalStateException("something did not end well", e);
    }
    first.addSuppressed(e);
    return first;
  }
}
