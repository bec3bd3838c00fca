package hallmonitor.ingest.stream;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/**
 * A server of streams on loopback: it tells everyone who listens the same. It is not of the library
 * that the service listens with, and answers pings by itself.
 */
public final class StreamStandIn implements AutoCloseable {
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final CountDownLatch started = new CountDownLatch(1);
  private final Server server;
  private volatile boolean refuses;

  StreamStandIn() {
    this(0);
  }

  /**
   * Listens.
   *
   * @param port 0 for any free one
   */
  public StreamStandIn(int port) {
    server = new Server(port);
    server.setReuseAddr(true);
    server.setDaemon(true);
    server.start();
    try {
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private final class Server extends WebSocketServer {
    Server(int port) {
      super(new InetSocketAddress("127.0.0.1", port), 1);
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
        WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
      asked.add(request.getResourceDescriptor() + " " + request.getFieldValue("Authorization"));
      if (refuses) {
        throw new InvalidDataException(CloseFrame.REFUSE, "not now");
      }
      return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake request) {}

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onMessage(WebSocket socket, String message) {}

    @Override
    public void onMessage(WebSocket socket, ByteBuffer message) {}

    @Override
    public void onError(WebSocket socket, Exception failure) {}
  }

  public String url() {
    return "ws://127.0.0.1:" + server.getPort();
  }

  public int listeners() {
    return (int) server.getConnections().stream().filter(WebSocket::isOpen).count();
  }

  public void tell(String message) {
    server.broadcast(message);
  }

  void refuse(boolean all) {
    refuses = all;
  }

  /** Ends all connections, as a restart does. */
  void end() {
    server.getConnections().forEach(WebSocket::close);
  }

  /** Returns what was asked for, with its authorization. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    try {
      server.stop(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
