package hallmonitor.ingest.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server of streams that opens them (RFC 6455, section 4.2.2) and then gives no sign of life, as
 * one behind a broken network does. Any other answers each ping by itself.
 */
final class SilentServer implements AutoCloseable {
  private static final String KEY = "sec-websocket-key:";

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger opened = new AtomicInteger();

  SilentServer() throws IOException {
    Thread accepting = new Thread(this::accept, "silent-server");
    accepting.setDaemon(true);
    accepting.start();
  }

  String url() {
    return "ws://127.0.0.1:" + server.getLocalPort();
  }

  int opened() {
    return opened.get();
  }

  private void accept() {
    try {
      while (true) {
        open(server.accept());
      }
    } catch (IOException | GeneralSecurityException e) {
      // It is closed.
    }
  }

  private void open(Socket socket) throws IOException, GeneralSecurityException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    String key = "";
    for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith(KEY)) {
        key = line.substring(KEY.length()).trim();
      }
    }
    byte[] accept =
        MessageDigest.getInstance("SHA-1")
            .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(US_ASCII));
    socket
        .getOutputStream()
        .write(
            ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: "
                    + Base64.getEncoder().encodeToString(accept)
                    + "\r\n\r\n")
                .getBytes(US_ASCII));
    opened.incrementAndGet();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
