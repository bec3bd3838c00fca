package hallmonitor.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds which process listens on a port, if the operating system says so (Linux, own processes or
 * as root).
 */
final class PortHolder {
  private static final String LISTENING = "0A";

  private PortHolder() {}

  /** Returns a text such as "process 4711 (/usr/bin/java)". */
  static Optional<String> of(int port) {
    try {
      return inode(port).flatMap(PortHolder::owner).map(PortHolder::describe);
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // not Linux, or not permitted
    }
  }

  /**
   * Reads /proc/net/tcp: local address in the 2nd column, state in the 4th, the socket's inode in
   * the 10th.
   */
  private static Optional<String> inode(int port) throws IOException {
    String hexPort = String.format(Locale.ROOT, ":%04X", port);
    for (String table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
      if (!Files.exists(Path.of(table))) {
        continue;
      }
      try (Stream<String> lines = Files.lines(Path.of(table))) {
        Optional<String> inode =
            lines
                .map(line -> line.strip().split("\\s+"))
                .filter(column -> column.length > 9)
                .filter(column -> column[1].endsWith(hexPort) && column[3].equals(LISTENING))
                .map(column -> column[9])
                .findFirst();
        if (inode.isPresent()) {
          return inode;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ProcessHandle> owner(String inode) {
    Path socket = Path.of("socket:[" + inode + "]");
    return ProcessHandle.allProcesses().filter(process -> hasOpen(process, socket)).findFirst();
  }

  private static boolean hasOpen(ProcessHandle process, Path socket) {
    Path folder = Path.of("/proc", Long.toString(process.pid()), "fd");
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(folder)) {
      for (Path descriptor : descriptors) {
        if (isLinkTo(descriptor, socket)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false; // gone meanwhile, or not permitted
    }
  }

  private static boolean isLinkTo(Path descriptor, Path target) {
    try {
      return Files.readSymbolicLink(descriptor).equals(target);
    } catch (IOException e) {
      return false;
    }
  }

  private static String describe(ProcessHandle process) {
    return "process "
        + process.pid()
        + process.info().command().map(c -> " (" + c + ")").orElse("");
  }
}
