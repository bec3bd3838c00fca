package hallmonitor.local;

import hallmonitor.embedded.BrokerAccess;
import hallmonitor.local.practice.PracticeAccounts;
import hallmonitor.local.practice.PracticePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What runs besides the database and the services: in the launcher's process, or in separate
 * processes for a test that kills them.
 */
public interface StackParts {
  /** Returns the services that run: all three, unless a benchmark measures one alone. */
  default List<ServiceName> services() {
    return List.of(ServiceName.values());
  }

  /** Starts a broker with its topics and rights on 127.0.0.1. */
  AutoCloseable broker(Path data, int port, int controllerPort, BrokerAccess access);

  /** Starts the practice pages. */
  PracticePage practice(int port, Path data, PracticeAccounts accounts) throws IOException;

  AutoCloseable mailbox(int smtpPort, int webPort, Path data) throws IOException;
}
