package hallmonitor.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * Ports of 127.0.0.1 that are free at this moment.
 *
 * <p>Each process takes turns through its own range of ports, below those that systems use for
 * outgoing connections. So neither another such process nor a connection takes the port before the
 * caller uses it.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int BLOCKS = 100;
  private static final int BLOCK = 120;

  /** The first port of this process's range: bound as long as it lives, though nobody listens. */
  private static final List<Socket> CLAIM = new ArrayList<>();

  private static final int MINE = claimed();

  private static int next = 1;

  private FreePorts() {}

  private static int claimed() {
    int own = (int) (ProcessHandle.current().pid() % BLOCKS);
    for (int tried = 0; tried < BLOCKS; tried++) {
      int first = FIRST + (own + tried) % BLOCKS * BLOCK;
      Socket claim = new Socket();
      try {
        claim.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), first));
        CLAIM.add(claim);
        return first;
      } catch (IOException taken) {
        close(claim);
      }
    }
    return FIRST + own * BLOCK;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It was never bound.
    }
  }

  /**
   * Returns a port that was free when asked, and was not returned before by this process in its
   * last hundred answers.
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
