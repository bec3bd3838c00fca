package hallmonitor.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell that waits on a pipe from this process and runs a command when the pipe breaks. It stops
 * a detached server even if this process is killed with -9. Ctrl-C reaches every process of a
 * terminal, so the shell ignores it.
 */
public final class OrphanGuard implements AutoCloseable {
  private static final String SCRIPT =
      "trap '' INT HUP TERM; read -r word; [ \"$word\" = done ] || exec \"$@\"";

  private static final String DEAF = "trap '' INT HUP TERM; exec \"$@\"";

  private static final String STOP =
      "kill -TERM $0 || exit; for s in 1 2 3 4 5 6 7 8 9 10; do sleep 1; kill -0 $0 || exit; done;"
          + " kill -KILL $0";

  private final Process shell;

  private OrphanGuard(Process shell) {
    this.shell = shell;
  }

  /**
   * Wraps a command so that Ctrl-C and the end of a terminal, which reach all its processes, do not
   * stop it. The process that runs it decides when it ends.
   */
  static List<String> deafToTheTerminal(List<String> command) {
    List<String> line = new ArrayList<>(List.of("sh", "-c", DEAF, "deaf"));
    line.addAll(command);
    return line;
  }

  /** Asks the process to end when this one has gone, and kills it ten seconds later. */
  public static OrphanGuard stopWhenAbandoned(long pid) {
    return runWhenAbandoned(List.of("sh", "-c", STOP, Long.toString(pid)));
  }

  /** The command should be short-lived or harmless: no one sees its output. */
  public static OrphanGuard runWhenAbandoned(List<String> command) {
    List<String> line = new ArrayList<>(List.of("sh", "-c", SCRIPT, "guard"));
    line.addAll(command);
    try {
      return new OrphanGuard(
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the shell without running its command. */
  @Override
  public void close() {
    try (OutputStream pipe = shell.getOutputStream()) {
      pipe.write("done\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The shell is gone already, so the command will not run, as requested.
    }
  }
}
