package hallmonitor.system.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A proxy on 127.0.0.1 for any protocol over TCP. What runs through it can be held up like in a
 * network that is parted, cut, slowed down, and damaged, or that loses everything.
 */
final class FaultyLink implements AutoCloseable {
  /** What becomes of what is sent, in both directions. */
  enum State {
    OPEN,
    /** Nothing arrives, and no connection ends: neither side can tell this from a slow other. */
    PARTED,
    /**
     * What is sent is lost, and so is the end of a connection. No connection from before ever works
     * again, and its client is never told. A new one waits until this is over. The server's side
     * ends then: a server that asks in vain whether somebody is still there gives up.
     */
    VANISHED,
    /** Connections end, and no new one is taken. */
    CUT,
    /** Each piece arrives a tenth of a second later. */
    SLOW,
    /** A byte of each long piece towards the server is another one. */
    DAMAGED
  }

  private static final Duration SLOWNESS = Duration.ofMillis(100);
  private static final int PIECE = 16 << 10;

  /** Shorter pieces are mostly the protocol's own, which no protocol protects. */
  private static final int LONG_PIECE = 700;

  private final ServerSocket entrance;
  private final InetSocketAddress server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Socket> targets = ConcurrentHashMap.newKeySet();

  /** How often everything has vanished; a connection from before the last time is lost. */
  private final AtomicInteger vanished = new AtomicInteger();

  private volatile State state = State.OPEN;
  private volatile boolean closed;
  private final AtomicLong damaged = new AtomicLong();

  /**
   * Opens it.
   *
   * @param port where it listens
   * @param server where it leads to; nothing needs to listen there yet
   */
  FaultyLink(int port, InetSocketAddress server) {
    this.server = server;
    try {
      entrance = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " cannot be used", e);
    }
    begin("link " + port, this::accept);
  }

  /** Opens one that leads to a port of 127.0.0.1. */
  FaultyLink(int port, int server) {
    this(port, new InetSocketAddress(InetAddress.getLoopbackAddress(), server));
  }

  /** From now on, until it is set again. */
  void set(State next) {
    if (next == State.VANISHED) {
      vanished.incrementAndGet();
    } else if (state == State.VANISHED) {
      targets.forEach(this::close);
    }
    state = next;
    if (next == State.CUT) {
      open.forEach(FaultyLink::end);
    }
  }

  /** Returns how many bytes it has changed. */
  long damaged() {
    return damaged.get();
  }

  private void accept() {
    while (!closed) {
      try {
        Socket client = entrance.accept();
        if (state == State.CUT) {
          end(client);
          continue;
        }
        open.add(client);
        begin("link " + entrance.getLocalPort() + " in", () -> connect(client));
      } catch (IOException e) {
        Pause.of(Duration.ofMillis(10)); // closed, or out of files for a moment
      }
    }
  }

  private void connect(Socket client) {
    whileHeldUp();
    int since = vanished.get();
    Socket target = new Socket();
    open.add(target);
    targets.add(target);
    try {
      target.connect(server);
      client.setTcpNoDelay(true);
      target.setTcpNoDelay(true);
      begin("link " + entrance.getLocalPort() + " out", () -> pass(target, client, false, since));
      pass(client, target, true, since);
    } catch (IOException e) {
      close(client);
      close(target);
    }
  }

  private void pass(Socket from, Socket to, boolean towardsServer, int since) {
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        whileParted();
        if (isLost(since)) {
          continue;
        }
        if (state == State.CUT) {
          return;
        } else if (state == State.SLOW) {
          Pause.of(SLOWNESS);
        } else if (state == State.DAMAGED && towardsServer && n >= LONG_PIECE) {
          piece[n - n / 4] ^= 0x20;
          damaged.incrementAndGet();
        }
        out.write(piece, 0, n);
      }
    } catch (IOException e) {
      // Either side has ended; so does the other.
    } finally {
      if (!isLost(since)) {
        close(from);
        close(to);
      } else if (towardsServer) {
        // Its client has ended. The server hears of nothing before this is over.
        close(from);
      }
    }
  }

  private boolean isLost(int since) {
    return vanished.get() != since;
  }

  private void whileHeldUp() {
    while ((state == State.PARTED || state == State.VANISHED) && !closed) {
      Pause.of(Duration.ofMillis(10));
    }
  }

  private void whileParted() {
    while (state == State.PARTED && !closed) {
      Pause.of(Duration.ofMillis(10));
    }
  }

  private void close(Socket socket) {
    open.remove(socket);
    targets.remove(socket);
    end(socket);
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is as good as closed.
    }
  }

  private static void begin(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, 128 << 10);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(FaultyLink::end);
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
