package hallmonitor.system.faults;

import hallmonitor.local.LocalParts;
import hallmonitor.local.StackParts;
import hallmonitor.local.practice.PracticeAccounts;
import hallmonitor.local.practice.PracticePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs broker and mail server in their own processes; the practice page is the platform. */
final class KillableParts implements StackParts {
  private final LocalParts local = new LocalParts();
  private @Nullable ChildJvm broker;
  private @Nullable ChildJvm mail;

  @Override
  public AutoCloseable broker(Path data, int port, int controllerPort) {
    ChildJvm started =
        new ChildJvm(
                BrokerProcess.class,
                data.resolveSibling("faults"),
                List.of(data.toString(), Integer.toString(port), Integer.toString(controllerPort)))
            .start();
    broker = started;
    return started;
  }

  @Override
  public PracticePage practice(int port, Path data, PracticeAccounts accounts) throws IOException {
    return local.practice(port, data, accounts);
  }

  @Override
  public AutoCloseable mailbox(int smtpPort, int webPort, Path data) {
    ChildJvm started =
        new ChildJvm(
                MailProcess.class,
                data.resolveSibling("faults"),
                List.of(data.toString(), Integer.toString(smtpPort), Integer.toString(webPort)))
            .start();
    mail = started;
    return started;
  }

  ChildJvm broker() {
    return Objects.requireNonNull(broker, "nothing is killed before the start");
  }

  ChildJvm mail() {
    return Objects.requireNonNull(mail, "nothing is killed before the start");
  }
}
