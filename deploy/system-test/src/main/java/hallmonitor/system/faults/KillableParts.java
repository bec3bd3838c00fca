package hallmonitor.system.faults;

import hallmonitor.local.LocalParts;
import hallmonitor.local.StackParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs broker and mail server in their own processes; the practice page is the platform. */
final class KillableParts implements StackParts {
  private final LocalParts local = new LocalParts();
  private ChildJvm broker;
  private ChildJvm mail;

  @Override
  public AutoCloseable broker(Path data, int port, int controllerPort) {
    broker =
        new ChildJvm(
                BrokerProcess.class,
                data.resolveSibling("faults"),
                List.of(data.toString(), Integer.toString(port), Integer.toString(controllerPort)))
            .start();
    return broker;
  }

  @Override
  public AutoCloseable practice(int port, Path data, String credential) throws IOException {
    return local.practice(port, data, credential);
  }

  @Override
  public AutoCloseable mailbox(int smtpPort, int webPort, Path data) {
    mail =
        new ChildJvm(
                MailProcess.class,
                data.resolveSibling("faults"),
                List.of(data.toString(), Integer.toString(smtpPort), Integer.toString(webPort)))
            .start();
    return mail;
  }

  ChildJvm broker() {
    return broker;
  }

  ChildJvm mail() {
    return mail;
  }
}
