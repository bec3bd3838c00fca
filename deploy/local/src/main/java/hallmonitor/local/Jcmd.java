package hallmonitor.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Asks another JVM of this user for something, with the JDK's own command. */
final class Jcmd {
  private static final long PATIENCE_SECONDS = 60;

  private Jcmd() {}

  /**
   * Returns whether the JVM did it within a minute; false if it is gone, or if there is no JDK.
   *
   * @param pid of the JVM
   * @param request such as {@code GC.run}, with its arguments
   */
  static boolean ask(long pid, String... request) {
    String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    List<String> command =
        Stream.concat(Stream.of(program, Long.toString(pid)), Stream.of(request)).toList();
    try {
      Process jcmd =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return jcmd.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && jcmd.exitValue() == 0;
      } finally {
        jcmd.destroyForcibly();
      }
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
