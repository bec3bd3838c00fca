package hallmonitor.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell that waits on a pipe from this process and runs a command when the pipe breaks: what
 * stops a detached server even when this process is killed with -9. Ctrl-C reaches every process of
 * a terminal, so the shell ignores it.
 */
final class OrphanGuard implements AutoCloseable {
  private static final String SCRIPT =
      "trap '' INT HUP TERM; read -r word; [ \"$word\" = done ] || exec \"$@\"";

  private final Process shell;

  private OrphanGuard(Process shell) {
    this.shell = shell;
  }

  static OrphanGuard runWhenAbandoned(List<String> command) {
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

  /** Lets the shell go without running its command. */
  @Override
  public void close() {
    try (OutputStream pipe = shell.getOutputStream()) {
      pipe.write("done\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The shell is gone already: nobody will run the command, which is what was asked for.
    }
  }
}
