package hallmonitor.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports of 127.0.0.1 that are free at this moment.
 *
 * <p>Each process takes turns through its own range of ports, below those that systems use for
 * outgoing connections. So neither another such process nor a connection is likely to take the port
 * before the caller uses it.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int BLOCKS = 100;
  private static final int BLOCK = 120;

  private static final int MINE = FIRST + (int) (ProcessHandle.current().pid() % BLOCKS) * BLOCK;

  private static int next;

  private FreePorts() {}

  /**
   * Returns a port that was free when asked, and was not returned before by this process in its
   * last {@value #BLOCK} answers.
   *
   * @throws IllegalStateException if all ports of this process are taken
   */
  public static synchronized int one() {
    for (int tried = 0; tried < BLOCK; tried++) {
      int port = MINE + next;
      next = (next + 1) % BLOCK;
      if (free(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "No port of 127.0.0.1 from %d to %d is free.".formatted(MINE, MINE + BLOCK - 1));
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
