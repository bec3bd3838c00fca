package hallmonitor.testparts;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;

/** Mail servers that keep what they get, for a test to read. */
public final class TestMailServer {
  /** GreenMail gives up after two seconds, which a busy machine may need for a thread. */
  private static final Duration START = Duration.ofMinutes(1);

  private TestMailServer() {}

  /**
   * Starts one without mails.
   *
   * @param port of 127.0.0.1, from {@link TestPorts}
   */
  public static GreenMail on(int port) {
    ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(START.toMillis());
    GreenMail server = new GreenMail(setup);
    server.start();
    return server;
  }
}
