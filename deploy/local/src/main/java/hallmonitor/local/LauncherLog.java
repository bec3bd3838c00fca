package hallmonitor.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Sends warnings of the broker, the database driver and the mail server to a file, so that the
 * terminal stays readable.
 */
final class LauncherLog {
  private static final int LIMIT_BYTES = 5 << 20;

  private LauncherLog() {}

  /** Leaves only warnings on the terminal, or in a container's log. */
  static void onlyWarnings() {
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  static void to(Path file) {
    Logger root = Logger.getLogger("");
    try {
      new RotatedLog(file).rotate();
      FileHandler handler = new FileHandler(file.toString(), LIMIT_BYTES, 1, true);
      handler.setFormatter(new SimpleFormatter());
      handler.setLevel(Level.WARNING);
      for (Handler other : root.getHandlers()) {
        root.removeHandler(other);
        other.close();
      }
      root.addHandler(handler);
      root.setLevel(Level.WARNING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
