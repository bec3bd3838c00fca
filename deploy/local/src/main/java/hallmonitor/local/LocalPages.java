package hallmonitor.local;

import hallmonitor.local.mailbox.Mailbox;
import hallmonitor.local.practice.PracticePage;
import java.io.IOException;
import java.nio.file.Path;

/** The practice page and the mailbox of this build. */
final class LocalPages implements Pages {
  @Override
  public AutoCloseable practice(int port, Path data, String credential) throws IOException {
    return PracticePage.start(port, data, credential);
  }

  @Override
  public AutoCloseable mailbox(int smtpPort, int webPort, Path data) throws IOException {
    return Mailbox.start(smtpPort, webPort, data);
  }
}
