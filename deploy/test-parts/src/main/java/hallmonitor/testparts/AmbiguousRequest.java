package hallmonitor.testparts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that a proxy and a server may see end in different places (RFC 9112, section 11.2).
 * Each hides another one in what may be its body: a server that answers both can be made to answer
 * one visitor's request to another.
 *
 * @param name what is ambiguous
 * @param text as sent, with the hidden request
 */
public record AmbiguousRequest(String name, String text) {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String LAST_CHUNK = "0\r\n\r\n";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

  /** Returns all, as a POST to this path. */
  public static List<AmbiguousRequest> to(String path) {
    String whole = "Content-Length: " + (LAST_CHUNK + HIDDEN).length() + "\r\n";
    Map<String, String> parts = new TreeMap<>();
    parts.put("a length and chunks", whole + CHUNKED + "\r\n" + LAST_CHUNK);
    parts.put("chunks and a length", CHUNKED + whole + "\r\n" + LAST_CHUNK);
    parts.put(
        "chunks on a folded line", whole + "Transfer-Encoding:\r\n chunked\r\n\r\n" + LAST_CHUNK);
    parts.put(
        "chunks with a space before the colon",
        "Transfer-Encoding : chunked\r\n" + whole + "\r\n" + LAST_CHUNK);
    parts.put("two lengths", "Content-Length: 0\r\n" + whole + "\r\n" + LAST_CHUNK);
    parts.put("two lengths in one line", "Content-Length: 0, 46\r\n\r\n");
    parts.put("a length with a sign", "Content-Length: +0\r\n\r\n");
    parts.put("a negative length", "Content-Length: -1\r\n\r\n");
    parts.put("a length that is no number", "Content-Length: 0x0\r\n\r\n");
    parts.put("a chunk whose size is no number", CHUNKED + "\r\nzz\r\n");
    parts.put("a chunk of negative size", CHUNKED + "\r\n-1\r\n" + LAST_CHUNK);
    parts.put("a chunk whose size overflows", CHUNKED + "\r\nffffffffffffffff0\r\n" + LAST_CHUNK);
    parts.put("a chunk that goes on after its size", CHUNKED + "\r\n1\r\nab" + LAST_CHUNK);
    parts.put("a line of a chunk that ends without return", CHUNKED + "\r\n1;\nx\r\n" + LAST_CHUNK);
    return parts.entrySet().stream()
        .map(
            part ->
                new AmbiguousRequest(
                    part.getKey(),
                    "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + part.getValue() + HIDDEN))
        .toList();
  }

  /**
   * Sends it to this machine, and waits until the server closes the connection.
   *
   * @return the status lines of all answers
   * @throws UncheckedIOException if the connection stays open for 20 seconds
   */
  public List<String> answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      return read(socket.getInputStream())
          .lines()
          .filter(line -> line.startsWith("HTTP/1."))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** A reset is a close, too: what was answered before may be lost with it. */
  private static String read(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        text.append((char) next);
      }
    } catch (SocketException e) {
      return text.toString();
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
