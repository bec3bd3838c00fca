package hallmonitor.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root; as root on Linux its programs run in a user namespace, where
 * they are the user "nobody".
 */
public final class UserNamespace {
  private static final List<String> ENTER = List.of("unshare", "-U");

  private UserNamespace() {}

  /**
   * Checks whether PostgreSQL can run under this account.
   *
   * @throws CannotStart if this is root and the machine does not let root create a user namespace
   */
  public static void check() {
    if (isRoot() && !opens()) {
      throw new CannotStart(
          "PostgreSQL does not run as root and this machine blocks the user namespace that would"
              + " stand in: start Hall Monitor as an ordinary user, or allow namespaces with"
              + " `sysctl -w user.max_user_namespaces=10000 kernel.unprivileged_userns_clone=1`"
              + " (in a container: run it with `--user`).");
    }
  }

  /** Returns the command in the form that this account has to run. */
  static List<String> around(List<String> command) {
    if (!isRoot()) {
      return command;
    }
    List<String> inside = new ArrayList<>(ENTER);
    inside.addAll(command);
    return inside;
  }

  private static boolean isRoot() {
    try {
      return Folders.posix()
          && System.getProperty("os.name").equals("Linux")
          && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      return System.getProperty("user.name").equals("root");
    }
  }

  private static boolean opens() {
    List<String> command = new ArrayList<>(ENTER);
    command.add("true");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
