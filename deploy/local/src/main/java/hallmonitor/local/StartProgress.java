package hallmonitor.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Prints what happens, each line with the seconds since the start. */
public final class StartProgress {
  private final PrintStream out;
  private final long start = System.nanoTime();

  public StartProgress(PrintStream out) {
    this.out = out;
  }

  public void say(String line) {
    out.printf(Locale.ROOT, "[%5.1f s] %s%n", elapsed().toMillis() / 1_000.0, line);
    out.flush();
  }

  /** Returns the time since this object was created. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
