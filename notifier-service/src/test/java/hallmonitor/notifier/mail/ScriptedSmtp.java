package hallmonitor.notifier.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A mail server with scripted answers, and 250 otherwise. */
public final class ScriptedSmtp implements AutoCloseable {
  /** A pseudo answer that closes the connection. */
  public static final String HANG_UP = "";

  private final ServerSocket socket;
  private final Function<String, Optional<String>> script;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> messageIds = new CopyOnWriteArrayList<>();

  /**
   * Creates a server.
   *
   * @param script maps a line from the client ({@code .} ends a mail) to the answer; it may block,
   *     and {@link #HANG_UP} closes the connection instead
   */
  public ScriptedSmtp(Function<String, Optional<String>> script) throws IOException {
    this.script = script;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread(this::accept);
  }

  /** Sets the answer to lines with this prefix. */
  public static ScriptedSmtp answering(String start, String answer) throws IOException {
    return new ScriptedSmtp(
        line -> line.startsWith(start) ? Optional.of(answer) : Optional.empty());
  }

  public int port() {
    return socket.getLocalPort();
  }

  public List<String> commands() {
    return commands;
  }

  /** Returns the ids of all mails that were sent at least in part. */
  public List<String> messageIds() {
    return messageIds;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        thread(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      OutputStream out = client.getOutputStream();
      BufferedReader in =
          new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
      say(out, "220 test");
      boolean data = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (data && !line.equals(".")) {
          if (line.startsWith("Message-ID:")) {
            messageIds.add(line);
          }
          continue;
        }
        commands.add(line);
        String answer = script.apply(line).orElse(usual(line));
        if (answer.equals(HANG_UP)) {
          return;
        }
        data = answer.startsWith("354");
        say(out, answer);
      }
    } catch (IOException e) {
      // The client disconnected.
    }
  }

  private static String usual(String line) {
    return line.equals("DATA") ? "354 go on" : "250 fine";
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "scripted smtp");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
