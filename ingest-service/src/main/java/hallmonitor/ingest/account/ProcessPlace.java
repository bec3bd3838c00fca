package hallmonitor.ingest.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a process runs and which one it is, so that another one in the same place can tell that it
 * has ended, and need not wait until it was silent for long. Only Linux tells.
 *
 * @param place the machine's boot and the namespace of process ids; empty if unknown
 * @param process the process id and its start in clock ticks since the boot
 */
record ProcessPlace(Optional<String> place, String process) {
  private static final Path PROC = Path.of("/proc");

  /** In {@code /proc/<pid>/stat} behind the name, which may hold anything (proc_pid_stat(5)). */
  private static final int STATE = 0;

  private static final int START = 19;

  static ProcessPlace here() {
    return of(ProcessHandle.current().pid());
  }

  /** Returns where a process runs that this one can see. */
  static ProcessPlace of(long pid) {
    try {
      String boot = Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
      String namespace = Files.readSymbolicLink(PROC.resolve("self/ns/pid")).toString();
      return new ProcessPlace(Optional.of(boot + " " + namespace), pid + " " + stat(pid)[START]);
    } catch (IOException | RuntimeException e) {
      return new ProcessPlace(Optional.empty(), String.valueOf(pid));
    }
  }

  /** Returns whether a process in this place has ended for sure; false if that cannot be told. */
  boolean seesTheEndOf(ProcessPlace other) {
    if (place.isEmpty() || !place.equals(other.place)) {
      return false;
    }
    String[] known = other.process.split(" ", 2);
    try {
      String[] now = stat(Long.parseLong(known[0]));
      return !now[START].equals(known[1]) || now[STATE].equals("Z") || now[STATE].equals("X");
    } catch (IOException e) {
      return !Files.exists(PROC.resolve(known[0]));
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static String[] stat(long pid) throws IOException {
    String line = Files.readString(PROC.resolve(pid + "/stat"));
    return line.substring(line.lastIndexOf(')') + 2).split(" ");
  }
}
