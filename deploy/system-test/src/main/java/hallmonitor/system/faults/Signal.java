package hallmonitor.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A signal that stops a process where it is, or lets it go on. */
enum Signal {
  STOP,
  CONT;

  /** Does nothing if there is no such process. */
  void to(long process) {
    try {
      new ProcessBuilder("kill", "-" + name(), Long.toString(process))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
