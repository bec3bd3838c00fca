package hallmonitor.moderation.console.pictures;

import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/** A site on this machine that has pictures, and remembers the requests. */
public final class PictureHost {
  private static final PictureHost SHARED = new PictureHost();

  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private PictureHost() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          byte[] body = files.get(path);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
          if (body != null) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "picture host");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  /** Returns the one of this JVM, which ends with it. */
  public static PictureHost shared() {
    return SHARED;
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Puts a file there, and returns its address. */
  public String has(String path, byte[] content) {
    files.put(path, content);
    return address() + path;
  }

  /**
   * Puts a file there that begins and never ends.
   *
   * @param end to be counted down after the test
   * @return its address
   */
  public String hangs(String path, byte[] start, CountDownLatch end) {
    server.createContext(
        path,
        exchange -> {
          asked.add(path);
          exchange.sendResponseHeaders(200, 1 << 20);
          exchange.getResponseBody().write(start);
          exchange.getResponseBody().flush();
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    return address() + path;
  }

  public void loses(String path) {
    files.remove(path);
  }

  public List<String> askedFor(String path) {
    return asked.stream().filter(path::equals).toList();
  }

  /** Returns a picture that is red above and blue below. */
  public static byte[] picture(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(Color.RED);
    drawing.fillRect(0, 0, width, height / 2);
    drawing.setColor(Color.BLUE);
    drawing.fillRect(0, height / 2, width, height - height / 2);
    drawing.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
